internal import Grading
internal import Lessons
internal import Tensors

extension AuditedCourse {
  /// Finds quiz answers that are not computed, or that differ from what their
  /// expressions compute.
  func answerFindings(in lesson: Lesson) throws -> [Finding] {
    let path = path(of: lesson)
    let quizzes = lesson.quizzes.filter { $0.kind == .number }
    var findings = quizzes.filter { $0.computation == nil }.map {
      Finding(
        path, $0.line, "the answer of the quiz \($0.id) is not computed",
        "add `compute: EXPRESSION`, in Swift, with the numbers of the question")
    }
    let computed = quizzes.filter { $0.computation != nil }
    let found = try compiler.values(
      of: computed.compactMap(\.computation).map {
        SwiftExpression($0.expression, line: $0.line)
      })
    if let problem = found.problem {
      findings.append(
        Finding(
          path, problem.line,
          "the expression after `compute:` has no value: \(problem.words)",
          "write a Swift expression of type Double; Foundation is imported"))
    }
    for (quiz, value) in zip(computed, found.values) {
      findings += answerFindings(quiz, value: value, path: path)
    }
    return findings
  }

  private func answerFindings(
    _ quiz: Quiz, value: Double, path: String
  ) -> [Finding] {
    guard let answer = quiz.answer, let computation = quiz.computation else {
      return []
    }
    let slack = quiz.tolerance + max(1, value.magnitude) * 1e-12
    // Not `>`, so that NaN is found.
    guard (answer - value).magnitude <= slack else {
      return [
        Finding(
          path, computation.line,
          "the answer of the quiz \(quiz.id) is \(answer), but "
            + "`\(computation.expression)` is \(value)",
          "correct one of them")
      ]
    }
    let digits = computation.expression.filter { $0 != "_" && $0 != " " }
    guard Double(digits) == nil else {
      return [
        Finding(
          path, computation.line,
          "the quiz \(quiz.id) computes nothing: it only repeats its answer",
          "write the expression with the numbers of the question")
      ]
    }
    return []
  }
}
