internal import Lessons

extension AuditedCourse {
  /// Right and wrong answers whose code is that of another, and questions that
  /// were asked before: a lesson filled with copies is empty.
  func copyFindings(in lesson: Lesson) -> [Finding] {
    var findings: [Finding] = []
    var seen: [String: String] = [:]
    for file in files(of: lesson) where file.kind != .starter {
      guard let text = try? wholeText(of: file, of: lesson) else { continue }
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
  codeTokens(text).map(\.text).joined()
}
