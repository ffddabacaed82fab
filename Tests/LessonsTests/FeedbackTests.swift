import Lessons
import Testing

@Suite("The words of a lesson")
struct FeedbackTests {
  private let text = """
    checks:
      costs: the costs of the lesson's five prices
    mistakes:
      not-halved:
        section: what-an-error-costs
        says: >-
          Your cost is twice
          what it should be.
      not-halved.mean:
        says: You divided twice.
    sentences:
      cheaper: "{constant} costs {cost}"
    hints:
      bestConstant(_:):
        - Plot the cost in your head.
        - when: [not-halved]
          says: Compute one by hand.
    """

  @Test func areReadById() throws {
    let feedback = try Feedback(parsing: text, file: "feedback.yaml")
    #expect(
      feedback.titles == ["costs": "the costs of the lesson's five prices"])
    #expect(
      feedback.mistakes["not-halved"]
        == .init(
          section: "what-an-error-costs",
          says: "Your cost is twice what it should be."))
    #expect(feedback.mistakes["not-halved.mean"]?.section == nil)
    #expect(feedback.sentences == ["cheaper": "{constant} costs {cost}"])
    #expect(
      feedback.hints == [
        Hint("bestConstant(_:)", "Plot the cost in your head."),
        Hint("bestConstant(_:)", when: ["not-halved"], "Compute one by hand."),
      ])
    #expect(feedback.lines["mistakes.not-halved"] == 5)
    #expect(feedback.lines["sentences.cheaper"] == 12)
  }

  @Test(arguments: [
    ("check: {}\n", 1, "no key `check`"),
    ("checks:\n  a: []\n", 2, "no text"),
    ("mistakes:\n  a:\n    say: x\n", 3, "no key `say`"),
    ("mistakes:\n  a:\n    section: x\n", 3, "lacks the key `says`"),
    ("hints:\n  f: x\n", 2, "no list"),
    ("hints:\n  f:\n    - when: a\n      says: x\n", 3, "a list"),
  ])
  func whatIsWrongIsSaidWithItsLine(
    _ text: String, _ line: Int, _ problem: String
  ) throws {
    let error = try #require(throws: LessonError.self) {
      try Feedback(parsing: text, file: "Lessons/x/feedback.yaml")
    }
    #expect(error.line == line, "\(error)")
    #expect(error.problem.contains(problem), "\(error)")
  }
}
