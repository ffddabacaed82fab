import Foundation

/// A submission of the corpus, and the outcome that must hold.
///
/// Its first line says what is expected:
///
///     // expect: VERDICT|VERDICT points=P exercise=N FUNCTION=VERDICT,…
///
/// `!passed` is every verdict but `passed` and `grader_error`. The points are
/// `0`, `some` (more than none, but not all), `all`, `<all` or `any`. A function
/// with verdicts says which ones its checks may have; `passed` is one of them
/// only if it is named, and `!passed_all` wants one that did not pass. `never`
/// must not appear in the student's feedback, and `says` must; `hidden` lists
/// hidden checks; `sample` belongs to the short run.
struct CorpusCase: Sendable, CustomStringConvertible {
  let name: String
  let path: String
  let verdicts: Set<String>
  private let words: [(key: String, value: String)]

  /// What it tries: the second line.
  let tries: String

  var description: String { name }

  init?(path: String) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8)
    else { return nil }
    self.path = path
    let file = path.split(separator: "/").last ?? ""
    name = String(file.prefix { $0 != "." })
    let lines = text.split(maxSplits: 2, whereSeparator: \.isNewline)
    guard lines.count > 1, lines[0].hasPrefix("// expect: ") else { return nil }
    var words = quotedWords(lines[0].dropFirst(11))
    guard !words.isEmpty else { return nil }
    verdicts = Set(words.removeFirst().split(separator: "|").map(String.init))
    self.words = words.map { word in
      let parts = word.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
    tries = lines[1].dropFirst(3).trimmingCharacters(in: .whitespaces)
  }

  func values(of key: String) -> [String] {
    words.filter { $0.key == key }.map(\.value)
  }

  var exercise: Int { values(of: "exercise").first.flatMap { Int($0) } ?? 3 }
  var points: String {
    words.first { $0.key.hasPrefix("points") }.map {
      $0.key == "points" ? $0.value : String($0.key.dropFirst(6))
    } ?? "any"
  }
  var hidden: [String] {
    values(of: "hidden").flatMap { $0.split(separator: ",").map(String.init) }
  }
  var isSample: Bool { !values(of: "sample").isEmpty }
  var isRecipe: Bool { path.hasSuffix(".recipe") }

  /// The functions with the verdicts that their checks may have.
  var functions: [(name: String, verdicts: Set<String>)] {
    let others = [
      "points", "points<all", "exercise", "hidden", "sample",
      "never", "says", "mistake", "thorough",
    ]
    return words.filter { !others.contains($0.key) }.map {
      ($0.key, Set($0.value.split(separator: ",").map(String.init)))
    }
  }
}

extension CorpusCase {
  /// The folder of the corpus.
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus").path

  /// All cases, in the order in which they are graded.
  static let all: [CorpusCase] = ["Attacks", "Honest"].flatMap { part in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: "\(folder)/\(part)")
    return (names ?? []).sorted().compactMap {
      CorpusCase(path: "\(folder)/\(part)/\($0)")
    }
  }
}

/// The words of a line; a part in quotes may contain spaces and escapes.
func quotedWords(_ line: Substring) -> [String] {
  var (words, word, isQuoted, isStarted) = ([String](), "", false, false)
  var rest = line[...]
  while let character = rest.popFirst() {
    switch character {
    case "\"":
      isQuoted.toggle()
      isStarted = true
    case "\\" where isQuoted: word += escape(from: &rest)
    case " " where !isQuoted:
      if isStarted { words.append(word) }
      (word, isStarted) = ("", false)
    default:
      word.append(character)
      isStarted = true
    }
  }
  return isStarted ? words + [word] : words
}

/// The character that an escape stands for, as in Swift.
private func escape(from rest: inout Substring) -> String {
  switch rest.popFirst() {
  case "n": return "\n"
  case "t": return "\t"
  case "0": return "\0"
  case "u":
    let digits = rest.dropFirst().prefix { $0 != "}" }
    rest = rest.dropFirst(digits.count + 2)
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map {
      String($0)
    } ?? ""
  case let character?: return String(character)
  case nil: return ""
  }
}
