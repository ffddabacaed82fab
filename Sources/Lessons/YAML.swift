import Yams

/// A value of YAML with its place; the only file that knows Yams.
struct YAML {
  indirect enum Value {
    case scalar(String, quoted: Bool)
    case list([YAML])
    case record([(key: String, value: YAML)])
  }

  var value: Value
  /// The line within the parsed text, from 1.
  var line: Int
}

extension YAML {
  /// Parses a text whose first line is `firstLine` of the file.
  init(parsing text: String, file: String, firstLine: Int) throws(LessonError) {
    func mistake(_ line: Int, _ problem: String) -> LessonError {
      LessonError(
        file: file, line: firstLine + line - 1, problem: problem,
        remedy: "put texts with a colon, quote or dash in double quotes")
    }
    do {
      // The basic resolver leaves scalars as they are written; the default
      // one would run seven regular expressions on each.
      let node = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        .singleRoot()
      guard let node else { throw mistake(1, "there is nothing here") }
      self.init(copying: node, firstLine: firstLine)
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

  private init(copying node: Node, firstLine: Int) {
    line = firstLine + (node.mark?.line ?? 1) - 1
    value =
      switch node {
      case .scalar(let scalar):
        .scalar(
          scalar.string,
          quoted: scalar.style != .plain && scalar.style != .any)
      case .sequence(let nodes):
        .list(nodes.map { YAML(copying: $0, firstLine: firstLine) })
      case .mapping(let pairs):
        .record(
          pairs.map {
            ($0.scalar?.string ?? "", YAML(copying: $1, firstLine: firstLine))
          })
      case .alias: .scalar("", quoted: false)
      }
  }
}
