internal import System

/// The messages for learners of a lesson: its `feedback.yaml`.
///
/// A name in braces, as in `row {row} sums to {sum}`, stands for a value that
/// the check supplies.
package struct Feedback: Sendable, Equatable {
  package struct Explanation: Sendable, Equatable {
    /// The anchor of the section that explains the mistake.
    package var section: String?
    package var says: String

    package init(section: String? = nil, says: String) {
      self.section = section
      self.says = says
    }
  }

  /// What each check proves, by the check's id.
  package var titles: [String: String]

  /// The explanations of mistakes, by key.
  package var mistakes: [String: Explanation]

  /// Other sentences that checks use, by id.
  package var sentences: [String: String]

  /// The hints for each function, from the gentlest to the last.
  package var hints: [Hint]

  /// The line of each entry, by heading and id: `lines["mistakes.mean"]`.
  package var lines: [String: Int] = [:]

  package init(
    titles: [String: String] = [:], mistakes: [String: Explanation] = [:],
    sentences: [String: String] = [:], hints: [Hint] = []
  ) {
    self.titles = titles
    self.mistakes = mistakes
    self.sentences = sentences
    self.hints = hints
  }
}

extension Feedback {
  /// Reads the feedback of a lesson's folder.
  ///
  /// Mistakes and sentences that the lesson does not define are taken from the
  /// folder around it, which several lessons share.
  package init(folder: String) throws(LessonError) {
    try self.init(file: "\(folder)/feedback.yaml")
    let shared = "\(folder)/../feedback.yaml"
    guard exists(shared) else { return }
    let others = try Feedback(file: shared)
    mistakes.merge(others.mistakes) { own, _ in own }
    sentences.merge(others.sentences) { own, _ in own }
  }

  /// Reads one file.
  package init(file: String) throws(LessonError) {
    try self.init(parsing: try Source.text(of: file), file: file)
  }

  /// Reads feedback from its YAML.
  package init(parsing text: String, file: String) throws(LessonError) {
    let yaml = try YAML(parsing: text, file: file, firstLine: 1)
    let record = try Record(
      yaml, in: file, name: "the feedback",
      keys: ["checks", "mistakes", "sentences", "hints"])
    self.init()
    for (id, value) in try record.entries("checks") {
      titles[id] = try value.text("checks", in: record)
      lines["checks.\(id)"] = value.line
    }
    for (key, value) in try record.entries("mistakes") {
      let one = try Record(
        value, in: file, name: "the mistake `\(key)`",
        keys: ["section", "says"])
      mistakes[key] = Explanation(
        section: one.has("section") ? try one.string("section") : nil,
        says: try one.string("says"))
      lines["mistakes.\(key)"] = value.line
    }
    for (id, value) in try record.entries("sentences") {
      sentences[id] = try value.text("sentences", in: record)
      lines["sentences.\(id)"] = value.line
    }
    for (function, value) in try record.entries("hints") {
      guard case .list(let steps) = value.value else {
        throw record.mistake(
          "hints", "the hints of \(function) are no list",
          "begin each with a dash")
      }
      for step in steps { hints.append(try Hint(step, function, in: record)) }
      lines["hints.\(function)"] = value.line
    }
  }
}

extension Hint {
  /// Reads a hint: a text is for any occasion, a record for some of them.
  fileprivate init(
    _ yaml: YAML, _ function: String, in record: Record
  ) throws(LessonError) {
    if case .scalar(let text, _) = yaml.value {
      self.init(function, text)
      return
    }
    let one = try Record(
      yaml, in: record.file, name: "a hint of \(function)",
      keys: ["when", "says"])
    self.init(
      function, when: try one.strings("when"), try one.string("says"))
  }
}
