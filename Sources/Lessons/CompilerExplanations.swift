/// The explanations of compiler errors in `Lessons/compiler.yaml`.
///
/// They are for readers who are new to Swift or come from PyTorch.
package struct CompilerExplanations: Sendable {
  /// Names from other libraries and languages, each with what to write instead.
  package let spellings: [(name: String, means: String)]

  /// Names of the library's declarations, each with PyTorch's name for it.
  package let torch: [(name: String, torch: String)]

  private let errors: [Row]

  /// An error, recognized by parts of its message and of the line of code.
  private struct Row {
    let parts: [String]
    let code: String?
    let means: String
  }

  /// Reads the table from its file.
  package init(file: String) throws(LessonError) {
    try self.init(parsing: try Source.text(of: file), file: file)
  }

  package init(parsing text: String, file: String) throws(LessonError) {
    let yaml = try YAML(parsing: text, file: file, firstLine: 1)
    let record = try Record(
      yaml, in: file, name: "the compiler's words",
      keys: ["torch", "spellings", "errors"])
    func texts(_ key: String) throws(LessonError) -> [(String, String)] {
      try record.entries(key).map { entry throws(LessonError) in
        (entry.key, try entry.value.text(key, in: record))
      }
    }
    spellings = try texts("spellings")
    torch = try texts("torch")
    errors = try record.list("errors").map { entry throws(LessonError) in
      let row = try Record(
        entry, in: file, name: "an error", keys: ["says", "code", "means"])
      return Row(
        parts: try row.strings("says"),
        code: row.has("code") ? try row.string("code") : nil,
        means: try row.string("means"))
    }
  }

  /// The meaning of an error in a line of code, or nil if it has none here.
  ///
  /// A name from another library explains the most, unless the error is about a
  /// member of a type other than `Tensor`.
  package func meaning(of message: String, in code: String) -> String? {
    let isOfTensors =
      !message.contains("type '") || message.contains("type 'Tensor'")
    if isOfTensors, Self.naming.contains(where: message.contains),
      let name = quoted(in: message).first(where: { !$0.contains("Tensor") }),
      let known = spellings.first(where: { $0.name == name })
    {
      return known.means
    }
    return errors.first { row in
      row.parts.allSatisfy(message.contains)
        && row.code.map { code.contains($0) } != false
    }?.means
  }

  /// Parts of the messages that quote a name that was written.
  private static let naming = [
    "in scope", "has no member", "extra argument '", "global function '",
  ]
}

/// The parts of a message in single quotes.
private func quoted(in message: String) -> [String] {
  let pieces = message.split(
    separator: "'", omittingEmptySubsequences: false)
  return pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) }
}
