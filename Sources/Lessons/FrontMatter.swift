/// The front matter of a lesson's file.
struct FrontMatter {
  var id: String
  var title: String
  var summary: String
  var minutes: Int
  var exercise: Exercise?
  /// What the cells import beside what the exercise does.
  var cells: [String] = []

  init(_ source: Source, number: Int) throws(LessonError) {
    let yaml = try YAML(
      parsing: Self.quotingDeclarations(source.frontMatter), file: source.file,
      firstLine: 2)
    let record = try Record(
      yaml, in: source.file, name: "the front matter",
      keys: ["id", "title", "summary", "minutes", "exercise", "cells"])
    id = try record.string("id")
    guard id.utf8.allSatisfy(\.isAnchor) else {
      throw record.mistake(
        "id", "the id `\(id)` is hard to type",
        "use lowercase letters, digits and hyphens")
    }
    title = try record.string("title")
    summary = try record.string("summary")
    minutes = try record.integer("minutes")
    guard minutes > 0 else {
      throw record.mistake(
        "minutes", "no lesson takes \(minutes) minutes",
        "say how long an attentive reader takes")
    }
    if record.has("exercise") {
      exercise = try Exercise(
        record.value("exercise"), in: source.file, number: number)
    }
    if record.has("cells") { cells = try record.strings("cells") }
  }

  /// Quotes the declarations in a list.
  ///
  /// Otherwise YAML would read a record from the colon in
  /// `- public func f(_ x: Tensor)`.
  private static func quotingDeclarations(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let item = line.drop { $0 == " " }
        let rest = item.dropFirst(2)
        guard item.hasPrefix("- "),
          rest.hasPrefix("public ") || rest.hasPrefix("func ")
        else { return String(line) }
        let quoted = rest.split(
          separator: "'", omittingEmptySubsequences: false
        ).joined(separator: "''")
        return line.prefix(line.count - item.count) + "- '\(quoted)'"
      }
      .joined(separator: "\n")
  }
}

extension Exercise {
  fileprivate init(
    _ yaml: YAML, in file: String, number: Int
  ) throws(LessonError) {
    let record = try Record(
      yaml, in: file, name: "the exercise",
      keys: ["functions", "buildsOn", "imports", "limits"])
    var functions: [Signature] = []
    for value in try record.list("functions") {
      guard case .scalar(let declaration, _) = value.value else {
        throw LessonError(
          file: file, line: value.line,
          problem: "this function is not a declaration",
          remedy: "write it as `- public func …`")
      }
      do throws(SignatureError) {
        var function = try Signature(declaration)
        function.line = value.line
        functions.append(function)
      } catch {
        throw LessonError(
          file: file, line: value.line, problem: error.problem,
          remedy: "write it as in Swift, without its body")
      }
    }
    guard !functions.isEmpty else {
      throw record.mistake(
        "functions", "the exercise has no functions",
        "declare at least one, or leave the exercise out")
    }
    let buildsOn = try record.integers("buildsOn")
    for earlier in buildsOn where !(1..<number).contains(earlier) {
      throw record.mistake(
        "buildsOn", "lesson \(number) cannot build on lesson \(earlier)",
        "name earlier lessons by their numbers")
    }
    self.init(
      functions: functions, buildsOn: buildsOn,
      imports: try record.strings("imports"), limits: try Limits(record),
      line: record.line)
  }
}

extension Limits {
  fileprivate init(_ exercise: Record) throws(LessonError) {
    let record = try Record(
      exercise.value("limits"), in: exercise.file, name: "the limits",
      keys: ["seconds", "megabytes"])
    seconds = try record.number("seconds")
    megabytes = try record.integer("megabytes")
    guard seconds > 0, seconds.isFinite, megabytes > 0 else {
      throw record.mistake(
        "seconds", "a limit is not above zero",
        "allow a few seconds and a few hundred megabytes")
    }
  }
}
