internal import Lessons

extension AuditedCourse {
  /// Finds answers whose code duplicates another answer's, and repeated
  /// questions.
  ///
  /// A lesson padded with copies tests nothing.
  func copyFindings(in lesson: Lesson) -> [Finding] {
    var findings: [Finding] = []
    var seen: [String: String] = [:]
    for file in files(of: lesson) where file.kind != .starter {
      guard let text = try? wholeText(of: file, of: lesson) else { continue }
      let code = bareCode(text)
      if let first = seen[code] {
        findings.append(
          Finding(
            file.path, 1, "its code duplicates \(first)",
            "write a different kind of answer, or remove the file"))
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
            "the quiz \(quiz.id) repeats the question of \(first)",
            "ask something else"))
      }
      asked[question] = quiz.id
    }
    return findings
  }
}

/// Swift code without comments and whitespace; strings are kept whole.
func bareCode(_ text: String) -> String {
  codeTokens(text).map(\.text).joined()
}
