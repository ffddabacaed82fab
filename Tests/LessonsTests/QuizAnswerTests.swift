import Testing

@testable import Lessons

/// What readers type, and whether it is right.
struct QuizAnswerTests {
  private func quiz(_ text: String) throws -> Quiz {
    try Quiz(parsing: text, in: "a", line: 1)
  }

  private let options = """
    options:
      - { text: One, right: true, because: R }
      - { text: Two, right: false, because: S }
      - { text: Three, right: true, because: T }
    """

  @Test(
    arguments: [
      ("a", [0]), ("B", [1]), ("2", [1]), (" c) ", [2]), ("d", nil), ("0", nil),
      ("a b", nil), ("", nil), ("one", nil), ("é", nil),
      ("99999999999999999999", nil),
    ] as [(String, Set<Int>?)])
  func oneOfSeveral(typed: String, chosen: Set<Int>?) throws {
    let text =
      "id: q\nask: A?\nkind: choice\n"
      + options.replacing(
        "Three, right: true", with: "Three, right: false")
    #expect(
      try quiz(text).answer(reading: typed) == chosen.map { .options($0) })
  }

  @Test(arguments: [
    ("a, c", true), ("ca", true), ("3 1", true), ("a", false), ("abc", false),
  ])
  func someOfSeveral(typed: String, isRight: Bool) throws {
    let quiz = try quiz("id: q\nask: A?\nkind: choices\n" + options)
    let answer = try #require(quiz.answer(reading: typed))
    #expect(quiz.isRight(answer) == isRight)
  }

  @Test(
    arguments: [
      ("0.25", 0.25), ("1/4", 0.25), ("25%", 0.25), ("0,25", 0.25),
      ("60,000", 60_000), ("−3", -3), ("1e3", 1000), ("60_000", 60_000),
      ("a", nil), ("1/0", nil), ("nan", nil), ("", nil), ("1/2/3", nil),
    ] as [(String, Double?)])
  func numbers(typed: String, value: Double?) throws {
    let quiz = try quiz(
      "id: q\nask: A?\nkind: number\nanswer: 0.25\nbecause: B")
    #expect(quiz.answer(reading: typed) == value.map { .number($0) })
  }

  @Test(arguments: [(2.30, true), (2.31, true), (2.29, false), (2.32, false)])
  func theToleranceIsKept(number: Double, isRight: Bool) throws {
    let quiz = try quiz(
      "id: q\nask: A?\nkind: number\nanswer: 2.305\ntolerance: 0.005\nbecause: B"
    )
    #expect(quiz.isRight(.number(number)) == isRight)
  }

  private func quiz(answer: Double, tolerance: Double) throws -> Quiz {
    try quiz(
      "id: q\nask: A?\nkind: number\nanswer: \(answer)\n"
        + "tolerance: \(tolerance)\nbecause: B")
  }

  @Test(
    arguments: [
      (8, 0, 0.125, .reciprocal), (8, 0, -8, .negative), (8, 0, 4, .half),
      (8, 0, 16, .double), (8, 0, 800, .hundredfold), (8, 0, 0.08, .hundredth),
      (8, 0, 9, nil), (8, 0, 0, nil),
      // Without a tolerance nothing is rounded.
      (31, 0, 61, nil), (31, 0, 62, .double),
      // 2.3026 and its half and negative as people round them.
      (2.3026, 0.001, 1.15, .half), (2.3026, 0.001, -2.30, .negative),
      (2.3026, 0.001, 0.434, .reciprocal), (2.3026, 0.001, 1.2, nil),
      // Everything is a multiple of 0.
      (0, 0, 5, nil), (0, 0.1, 5, nil),
    ] as [(Double, Double, Double, Quiz.Relation?)])
  func aSimpleRelationToTheAnswer(
    answer: Double, tolerance: Double, number: Double,
    relation: Quiz.Relation?
  ) throws {
    let quiz = try quiz(answer: answer, tolerance: tolerance)
    #expect(quiz.relation(of: number) == relation)
  }

  @Test(arguments: [
    (2.3026, 0.001, 2.3, true), (2.3026, 0.001, 2.5, false),
    // 784 · 10 lacks the ten biases: it is wrong, not rounded.
    (7850, 0, 7840, false),
  ])
  func aRoundedAnswerIsClose(
    answer: Double, tolerance: Double, number: Double, isNearly: Bool
  ) throws {
    let quiz = try quiz(answer: answer, tolerance: tolerance)
    #expect(quiz.isNearly(number) == isNearly)
  }
}
