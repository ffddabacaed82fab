/// A question of the lesson, with its answer and the reasons for it.
package struct Quiz: Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// One option is right.
    case choice
    /// One or more options are right.
    case choices
    /// The answer is a number.
    case number
    /// One of the learner's own training runs is right.
    case runs
  }

  package struct Option: Sendable, Equatable {
    package var text: [Inline]
    package var right: Bool
    package var because: [Inline]

    package init(text: [Inline], right: Bool, because: [Inline]) {
      self.text = text
      self.right = right
      self.because = because
    }
  }

  /// How the answer is calculated, for the author's gate to evaluate.
  package struct Computation: Sendable, Equatable {
    /// A Swift expression, such as `28 * 28 * 10 + 10`.
    package var expression: String
    /// Its line in the lesson's file.
    package var line: Int
  }

  package var id: String
  package var ask: [Inline]
  package var kind: Kind
  /// The options of a choice; empty if the answer is a number.
  package var options: [Option]
  /// The answer, if it is a number.
  package var answer: Double?
  /// How far a number may be from `answer`.
  package var tolerance: Double
  /// What is compared, if the options are the learner's runs.
  package var experiment: Experiment?
  /// Why the number is right, or what the runs show; each option of a choice
  /// has a reason of its own.
  package var because: [Inline]
  /// The line of the question in the lesson's file.
  package var line: Int
  /// How the number is calculated.
  package var computation: Computation?
}

extension Quiz {
  /// Reads the YAML in a fence; `line` is the line of the file it begins on.
  init(parsing text: String, in file: String, line: Int) throws(LessonError) {
    let yaml = try YAML(parsing: text, file: file, firstLine: line)
    let record = try Record(
      yaml, in: file, name: "the quiz",
      keys: [
        "id", "ask", "kind", "options", "answer", "compute", "tolerance",
        "because", "vary", "measure", "runs",
      ])
    self.line = line
    id = try record.string("id")
    ask = try record.inlines("ask")
    let name = try record.string("kind")
    guard let kind = Kind(rawValue: name) else {
      throw record.mistake(
        "kind", "there is no kind of quiz `\(name)`",
        "its kinds are choice, choices, number and runs")
    }
    self.kind = kind
    options = []
    because = []
    tolerance = 0
    switch kind {
    case .number:
      try record.refuse(["options", "vary", "measure", "runs"], of: kind)
      answer = try record.number("answer")
      if record.has("tolerance") { tolerance = try record.number("tolerance") }
      if record.has("compute") {
        computation = Computation(
          expression: try record.string("compute"),
          line: record.line(of: "compute"))
      }
      because = try record.inlines("because")
    case .choice, .choices:
      try record.refuse(
        [
          "answer", "compute", "tolerance", "because", "vary", "measure",
          "runs",
        ], of: kind)
      for option in try record.list("options") {
        options.append(try Option(option, in: file))
      }
      try checkOptions(record)
    case .runs:
      try record.refuse(
        ["options", "answer", "compute", "tolerance"], of: kind)
      experiment = try Experiment(record)
      because = try record.inlines("because")
    }
  }

  private func checkOptions(_ record: Record) throws(LessonError) {
    guard options.count > 1 else {
      throw record.mistake(
        "options", "the quiz `\(id)` leaves no choice", "add an option")
    }
    let right = options.count(where: \.right)
    guard right > 0 else {
      throw record.mistake(
        "options", "no option of the quiz `\(id)` is right",
        "mark the right one with `right: true`")
    }
    guard right == 1 || kind == .choices else {
      throw record.mistake(
        "options", "\(right) options of the quiz `\(id)` are right",
        "leave one, or write `kind: choices`")
    }
  }
}

extension Quiz.Option {
  fileprivate init(_ yaml: YAML, in file: String) throws(LessonError) {
    let record = try Record(
      yaml, in: file, name: "the option", keys: ["text", "right", "because"])
    text = try record.inlines("text")
    right = try record.boolean("right")
    because = try record.inlines("because")
  }
}

extension Record {
  /// A paragraph of CommonMark, which may contain formulas.
  fileprivate func inlines(_ key: String) throws(LessonError) -> [Inline] {
    let text = try string(key)
    let source = Source(file: file, body: text, linesBefore: line(of: key) - 1)
    var reader = BlockReader(source)
    for case .paragraph(let inlines) in try reader.read() { return inlines }
    throw mistake(key, "`\(key)` is not running text", "write one paragraph")
  }

  fileprivate func refuse(
    _ keys: [String], of kind: Quiz.Kind
  ) throws(LessonError) {
    for key in keys where has(key) {
      throw mistake(
        key, "a quiz of kind \(kind) has no `\(key)`", "leave it out")
    }
  }
}
