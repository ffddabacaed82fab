/// A mutant of a model answer that an author found equal in meaning.
package struct EqualMutant: Sendable, Equatable {
  /// The full name of the changed function.
  package var function: String
  /// The changed lines, as `verify --mutants` prints them.
  package var was: String
  package var now: String
  package var because: String
  /// The line of the entry in the list.
  package var line: Int
}

extension EqualMutant {
  /// Reads the list `mutants.yaml` of a lesson.
  ///
  /// An entry whose `is` is a list of changes stands for a mutant each.
  package static func list(
    parsing text: String, file: String
  ) throws(LessonError) -> [EqualMutant] {
    let yaml = try YAML(parsing: text, file: file, firstLine: 1)
    guard case .list(let entries) = yaml.value else {
      throw LessonError(
        file: file, line: yaml.line, problem: "this is not a list",
        remedy: "begin each entry with `- function: NAME`")
    }
    var mutants: [EqualMutant] = []
    for entry in entries {
      let record = try Record(
        entry, in: file, name: "the mutant",
        keys: ["function", "was", "is", "because"])
      let changes =
        if case .list = try record.value("is").value {
          try record.strings("is")
        } else {
          [try record.string("is")]
        }
      let (function, was, because) = (
        try record.string("function"), try record.string("was"),
        try record.string("because")
      )
      mutants += changes.map {
        EqualMutant(
          function: function, was: was, now: $0, because: because,
          line: record.line)
      }
    }
    return mutants
  }
}
