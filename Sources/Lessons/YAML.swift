import Yams

/// A YAML value with its line.
///
/// Only this file uses Yams.
package struct YAML {
  package indirect enum Value {
    case scalar(String, quoted: Bool)
    case list([YAML])
    case record([(key: String, value: YAML)])
  }

  package var value: Value
  /// The line in the file, counted from 1.
  package var line: Int
}

extension YAML {
  /// Parses a text whose first line is `firstLine` of the file.
  package init(
    parsing text: String, file: String, firstLine: Int
  ) throws(LessonError) {
    func mistake(_ line: Int, _ problem: String) -> LessonError {
      LessonError(
        file: file, line: firstLine + line - 1, problem: problem,
        remedy: "put texts with a colon, quote or dash in double quotes")
    }
    guard text.utf8.count <= Self.mostBytes else {
      throw LessonError(
        file: file, line: firstLine,
        problem: "this YAML has more than \(Self.mostBytes >> 10) KiB",
        remedy: "move what is long into the lesson's text")
    }
    if let line = lineOfAlias(in: text) {
      throw LessonError(
        file: file, line: firstLine + line - 1,
        problem: "an alias (*) stands for what an anchor (&) names",
        remedy: "write out what it stands for")
    }
    do {
      // The basic resolver leaves scalars as they are written; the default one
      // would run seven regular expressions on each.
      let node = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        .singleRoot()
      guard let node else { throw mistake(1, "there is nothing here") }
      guard let copy = YAML(copying: node, firstLine: firstLine, depth: 0)
      else { throw mistake(1, "lists or records nest too deep") }
      self = copy
    } catch let error as LessonError {
      throw error
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _),
        .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw mistake(mark.line, "this is not YAML: \(problem)")
      case .duplicatedKeysInMapping(let keys, let context):
        throw mistake(
          context.mark.line,
          "the key \(keys.joined(separator: ", ")) is there twice")
      case .reader(let problem, let offset, _, _):
        let line = text.utf8.prefix(offset ?? 0).count { $0 == .newline } + 1
        throw mistake(line, "this is not YAML: \(problem)")
      default: throw mistake(1, "this is not YAML")
      }
    } catch {
      throw mistake(1, "this is not YAML")
    }
  }

  /// The largest text to parse, in bytes.
  private static let mostBytes = 64 << 10

  /// The deepest nesting of lists and records; lessons use four levels.
  private static let mostLevels = 16

  private init?(copying node: Node, firstLine: Int, depth: Int) {
    guard depth <= Self.mostLevels else { return nil }
    func copy(_ node: Node) -> YAML? {
      YAML(copying: node, firstLine: firstLine, depth: depth + 1)
    }
    line = firstLine + (node.mark?.line ?? 1) - 1
    switch node {
    case .scalar(let scalar):
      value = .scalar(
        scalar.string,
        quoted: scalar.style != .plain && scalar.style != .any)
    case .sequence(let nodes):
      let values = nodes.compactMap(copy)
      guard values.count == nodes.count else { return nil }
      value = .list(values)
    case .mapping(let pairs):
      var fields: [(key: String, value: YAML)] = []
      for (key, node) in pairs {
        guard let value = copy(node) else { return nil }
        fields.append((key.scalar?.string ?? "", value))
      }
      value = .record(fields)
    case .alias: return nil
    }
  }
}

/// The line of the first alias, or nil if there is none.
///
/// A few aliases of aliases can expand to gigabytes, so they are found before
/// anything is parsed. An alias has an anchor with the same name, which a `*`
/// in running text hardly ever has.
private func lineOfAlias(in text: String) -> Int? {
  var anchors: Set<Substring> = []
  var aliases: [(name: Substring, line: Int)] = []
  var line = 1
  var previous: UInt8 = .newline
  let bytes = text.utf8
  for index in bytes.indices {
    let byte = bytes[index]
    defer { previous = byte }
    if byte == .newline { line += 1 }
    guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"),
      !previous.isPartOfName
    else { continue }
    let name = text[bytes.index(after: index)...].utf8
      .prefix(while: \.isPartOfName)
    if name.isEmpty { continue }
    if byte == UInt8(ascii: "&") {
      anchors.insert(Substring(name))
    } else {
      aliases.append((Substring(name), line))
    }
  }
  return aliases.first { anchors.contains($0.name) }?.line
}

extension UInt8 {
  /// Whether the name of an anchor may contain this byte: an ASCII letter or
  /// digit, `_` or `-`.
  fileprivate var isPartOfName: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }
}
