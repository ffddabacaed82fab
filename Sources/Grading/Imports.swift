package import Checks
internal import Lessons
internal import System

/// A learner's file that is refused, and why.
package struct Rejection: Error, Equatable {
  package var diagnostic: Diagnostic
}

/// Modules that are part of the language or the system.
let alwaysAllowed: Set<String> = [
  "Swift", "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Musl",
  "_Concurrency", "_StringProcessing", "SwiftOnoneSupport",
]

extension Plan {
  /// Throws if the compiler found an import that is not allowed.
  func refuse(imports found: [String]) throws(Rejection) {
    let allowed = alwaysAllowed.union(allowedImports)
    guard let name = found.first(where: { !allowed.contains($0) }) else {
      return
    }
    let list = allowedImports.joined(separator: ", ")
    throw rejection(
      of: "import \(name)", at: name,
      because: "lesson \(number) may import \(list), Foundation and Glibc")
  }

  /// Throws if the file has an attribute that gives access to declarations that
  /// are not public.
  ///
  /// `tree` is the compiler's dump of the syntax tree, so comments and strings
  /// do not count.
  func refuse(attributesIn tree: String) throws(Rejection) {
    let attributes = [
      ("silgen_name_attr", "_silgen_name"), ("extern_attr", "_extern"),
      // A section can run code before `main` or pass options to the linker.
      ("section_attr", "section"),
    ]
    for (node, name) in attributes where tree.contains("(\(node) ") {
      throw rejection(of: "@\(name)", at: name, because: onlyPublic)
    }
    // A name in C takes the place of the library's function of that name, such
    // as `write`, in the whole program. Only the linker can name a second
    // `main` as what it is.
    let hasForeignName = tree.split(separator: "\n").contains {
      $0.contains("(cdecl_attr ") && !$0.contains(" name=\"main\"")
    }
    if hasForeignName {
      let name = source.text.contains("cdecl") ? "_cdecl" : "c"
      throw rejection(
        of: "@\(name)", at: name == "c" ? "@c" : name, because: onlyPublic)
    }
    for words in beforeImports(in: tree) {
      for name in ["testable", "_spi"] where words.contains("@\(name)") {
        throw rejection(of: "@\(name)", at: name, because: onlyPublic)
      }
    }
  }

  /// The rejection of a file that the compiler's dump does not contain whole.
  var unreadable: Rejection {
    Rejection(
      diagnostic: Diagnostic(
        file: source.path, line: 1, column: 1, severity: "error",
        message: "its imports and attributes cannot be read: the file is too "
          + "large or too deeply nested; make it simpler"))
  }

  /// Whether the file contains a word of such an attribute; only then is its
  /// syntax tree dumped.
  var mayHaveForbiddenAttributes: Bool {
    guard source.text.contains("@") else { return false }
    return ["testable", "_spi", "_silgen_name", "extern", "section", "cdecl"]
      .contains(where: source.text.contains)
      || source.text.contains(/@\s*`?c\b/)
  }

  private var onlyPublic: String {
    "an exercise uses only what is public"
  }

  /// The text between each import and the declaration before it, without
  /// comments: the dump has no nodes for an import's attributes.
  private func beforeImports(in tree: String) -> [String] {
    let lines = source.text.lines
    var windows: [String] = []
    var previous = (line: 1, column: 1)
    for node in tree.split(separator: "\n")
    where node.hasPrefix("  (") && !node.hasPrefix("   ") {
      guard let range = node.firstRange(of: "range=[") else { continue }
      let numbers = node[range.upperBound...].prefix { $0 != "]" }
        .split { !$0.isNumber }.compactMap { Int($0) }.suffix(4)
      guard let line = numbers.first, numbers.count == 4, line <= lines.count
      else { continue }
      let end = Array(numbers)
      if node.hasPrefix("  (import_decl"), previous.line <= line {
        let bytes = lines[(previous.line - 1)..<line]
          .joined(separator: "\n").utf8.dropFirst(previous.column - 1)
        let text = String(Substring(bytes))
        windows.append(codeTokens(text).map(\.text).joined())
      }
      previous = (end[2], max(1, end[3]))
    }
    return windows
  }

  private func rejection(
    of what: String, at word: String, because reason: String
  ) -> Rejection {
    let lines = source.text.lines
    let index = lines.firstIndex { line in
      !isComment(line) && line.contains(word)
        && (line.contains("import") || line.contains("@"))
    }
    let line = index ?? 0
    let column = lines[line].firstRange(of: word).map {
      lines[line].utf8.distance(
        from: lines[line].startIndex, to: $0.lowerBound)
    }
    return Rejection(
      diagnostic: Diagnostic(
        file: source.path, line: line + 1, column: (column ?? 0) + 1,
        severity: "error",
        message: "`\(what)` is not allowed here: \(reason); remove it"))
  }
}
