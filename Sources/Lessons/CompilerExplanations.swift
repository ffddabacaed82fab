/// The explanations of compiler errors in `Lessons/compiler.yaml`.
///
/// They are for readers who are new to Swift or come from PyTorch.
package struct CompilerExplanations: Sendable {
  /// Names from other libraries and languages, each with what to write instead.
  package let spellings: [(name: String, means: String)]

  /// Names of the library's declarations, each with PyTorch's name for it.
  package let torch: [(name: String, torch: String)]

  /// Explanations that come before those of names, and the others.
  private let lines: [Row]
  private let errors: [Row]

  /// An error is known by parts of its message and by a pattern in the line.
  ///
  /// The pattern is a regular expression; in it and in the explanation,
  /// `{name}` stands for the name in the message.
  private struct Row {
    let parts: [String]
    let code: String?
    let means: String

    func meaning(
      of message: String, in line: Substring, naming name: String?
    ) -> String? {
      guard parts.allSatisfy(message.contains) else { return nil }
      if name == nil,
        (code ?? "").contains("{name}") || means.contains("{name}")
      {
        return nil
      }
      let name = name ?? ""
      if let code {
        let pattern = code.replacing("{name}", with: "\\Q\(name)\\E")
        guard let regex = try? Regex(pattern), line.contains(regex)
        else { return nil }
      }
      return means.replacing("{name}", with: name)
    }
  }

  /// Reads the table from its file.
  package init(file: String) throws(LessonError) {
    try self.init(parsing: try Source.text(of: file), file: file)
  }

  package init(parsing text: String, file: String) throws(LessonError) {
    let yaml = try YAML(parsing: text, file: file, firstLine: 1)
    let record = try Record(
      yaml, in: file, name: "the compiler's words",
      keys: ["torch", "lines", "spellings", "errors"])
    func texts(_ key: String) throws(LessonError) -> [(String, String)] {
      try record.entries(key).map { entry throws(LessonError) in
        (entry.key, try entry.value.text(key, in: record))
      }
    }
    func rows(_ key: String) throws(LessonError) -> [Row] {
      try record.list(key).map { entry throws(LessonError) in
        let row = try Record(
          entry, in: file, name: "an error", keys: ["says", "code", "means"])
        let code = row.has("code") ? try row.string("code") : nil
        if let code, (try? Regex(code.replacing("{name}", with: "x"))) == nil {
          throw row.mistake(
            "code", "`\(code)` is not a regular expression", "correct it")
        }
        return Row(
          parts: try row.strings("says"), code: code,
          means: try row.string("means"))
      }
    }
    // Several names can share an answer: `clip, clamp`.
    spellings = try texts("spellings").flatMap { names, means in
      names.split(separator: ", ").map { (String($0), means) }
    }
    torch = try texts("torch")
    lines = record.has("lines") ? try rows("lines") : []
    errors = try rows("errors")
  }

  /// What an error in a line of code means; nil for a rare one.
  package func meaning(of message: String, in code: String) -> String? {
    let line = code.prefix(
      upTo: code.firstRange(of: "//")?.lowerBound ?? code.endIndex)
    let name = name(in: message)
    func first(of rows: [Row]) -> String? {
      rows.lazy.compactMap { $0.meaning(of: message, in: line, naming: name) }
        .first
    }
    if let meaning = first(of: lines) { return meaning }
    for name in foreignNames(in: message, line) {
      if let known = spellings.first(where: { $0.name == name }) {
        return known.means
      }
    }
    return first(of: errors)
  }

  /// The names of other libraries that an error may be about.
  ///
  /// An error about the member of a type that is no tensor is about none.
  private func foreignNames(
    in message: String, _ line: Substring
  ) -> [String] {
    if Self.vague.contains(where: message.contains) {
      // The compiler blames an operator, and a method is what is wrong.
      let library = torch.map { $0.name.prefix { $0 != "(" } }
      return line.matches(of: /\.(\w+)/).map(\.1)
        .filter { !library.contains($0) }.map(String.init)
    }
    guard Self.naming.contains(where: message.contains),
      !message.contains("has no member") || message.contains("type 'Tensor'"),
      let name = name(in: message)
    else { return [] }
    guard message.contains("in scope"),
      spellings.contains(where: { $0.name == name }),
      let module = line.firstRange(of: name + ".")
    else { return [name] }
    // `np.linalg.solve(a, b)` is about `solve` rather than about `np`.
    let path = line[module.upperBound...].prefix {
      $0.isLetter || $0.isNumber || $0 == "_" || $0 == "."
    }
    return path.split(separator: ".").reversed().map(String.init) + [name]
  }

  /// Parts of the messages that quote a name that was written.
  private static let naming = [
    "in scope", "has no member", "global function '", "is inaccessible",
    "no operator '",
  ]

  /// Parts of the messages that do not.
  private static let vague = [
    "referencing operator function", "two 'Tensor' operands",
    "takes no arguments",
  ]
}

/// The name that a message is about.
private func name(in message: String) -> String? {
  let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
  let start = message.contains("has no member") ? 3 : 1
  return quoted.indices.contains(start) ? String(quoted[start]) : nil
}
