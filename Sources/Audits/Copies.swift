internal import Lessons

extension AuditedCourse {
  /// Right and wrong answers whose code is that of another, and questions that
  /// were asked before: a lesson filled with copies is empty.
  func copyFindings(in lesson: Lesson) -> [Finding] {
    var findings: [Finding] = []
    var seen: [String: String] = [:]
    for file in files(of: lesson) where file.kind != .starter {
      guard let text = text(file.path) else { continue }
      let code = bareCode(text)
      if let first = seen[code] {
        findings.append(
          Finding(
            file.path, 1, "its code is that of \(first)",
            "write one that differs in kind, or remove it"))
      } else {
        seen[code] = file.path
      }
    }
    var asked: [String: String] = [:]
    for quiz in lesson.quizzes {
      let question = quiz.ask.plainText
      if let first = asked[question] {
        findings.append(
          Finding(
            path(of: lesson), quiz.line,
            "the quiz \(quiz.id) asks what \(first) asks", "ask something else")
        )
      }
      asked[question] = quiz.id
    }
    return findings
  }
}

/// Swift without comments and white space; what stands in a string stays.
func bareCode(_ text: String) -> String {
  var bare = ""
  var rest = text[...]
  var depth = 0
  while let character = rest.first {
    if rest.hasPrefix("/*") || (depth > 0 && rest.hasPrefix("*/")) {
      depth += rest.hasPrefix("/*") ? 1 : -1
      rest = rest.dropFirst(2)
    } else if depth > 0 || character.isWhitespace {
      rest = rest.dropFirst()
    } else if rest.hasPrefix("//") {
      rest = rest.drop { !$0.isNewline }
    } else {
      let length = character == "\"" ? stringLength(rest) : 1
      bare += rest.prefix(length)
      rest = rest.dropFirst(length)
    }
  }
  return bare
}

/// How long the string is that begins here, quotes included.
private func stringLength(_ text: Substring) -> Int {
  let quote = text.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
  var length = quote.count
  var rest = text.dropFirst(length)
  while !rest.isEmpty, !rest.hasPrefix(quote) {
    let step = rest.hasPrefix("\\") ? 2 : 1
    length += step
    rest = rest.dropFirst(step)
  }
  return length + quote.count
}
