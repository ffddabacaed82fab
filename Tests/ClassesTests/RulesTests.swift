import Lessons
import Testing

@testable import Classes

@Suite("The rules of a class")
struct RulesTests {
  @Test func theRulesAreRead() throws {
    let rules = try ClassRules(
      parsing: """
        attempts: best
        exercises:
          3:
            points: { agreement: 4, square: 0.5 }
            hidden: [agreement]
            deadline: "2026-10-05T23:59:00+02:00"
            penalty: 0.1
          4: {}
        """, file: "class.yml")
    #expect(rules.attempts == .best)
    #expect(rules.exercises.keys.sorted() == [3, 4])
    let rule = try #require(rules.exercises[3])
    #expect(rule.points == ["agreement": 4, "square": 0.5])
    // 21:59:00 on 5 October 2026 in UTC.
    #expect(rule.deadline == 1_791_237_540)
    #expect(rule.unknown(among: ["square"]) == ["agreement"])
    func late(_ seconds: Double) -> [Double] {
      let (late, penalty) = rule.lateness(submitted: 1_791_237_540 + seconds)
      return [Double(late), penalty]
    }
    #expect(late(-1) == [0, 0])
    #expect(late(0) == [0, 0])
    #expect(late(0.5) == [1, 0.1])
    #expect(late(86_400) == [86_400, 0.1])
    #expect(late(86_401) == [86_401, 0.2])
    #expect(late(86_400 * 400)[1] == 1)
    #expect(rule.lateness(submitted: nil).penalty == 0)
    #expect(rule.lateness(submitted: nil, isMarkedLate: true).penalty == 0.1)
  }

  @Test(arguments: [
    "attempts: none", "exercises: { x: {} }", "exercises: { 3: { hidden: 1 } }",
    "exercises: { 3: { points: { a: many } } }", "students: []",
    "exercises: { 3: { deadline: tomorrow } }",
    "exercises: { 3: { penalty: 2 } }",
    "exercises: { 3: { points: { a: -1 } } }",
  ])
  func mistakesAreTold(_ text: String) {
    #expect(throws: LessonError.self) {
      try ClassRules(parsing: text, file: "class.yml")
    }
  }

  @Test func aShardIsAPartOfTheRows() {
    #expect(Shard("0/3") == Shard(number: 0, count: 3))
    for text in ["3/3", "-1/3", "1", "a/b", "1/0", "1/2/3", ""] {
      #expect(Shard(text) == nil, "\(text)")
    }
    let rows = (0..<7).map {
      ManifestRow(
        student: Student(id: "\($0)", name: ""), exercise: 3,
        submission: Submission(hash: "", source: "", bytes: 0), seed: 0)
    }
    let parts = (0..<3).map { Shard(number: $0, count: 3).rows(of: rows) }
    #expect(parts.map(\.count) == [3, 2, 2])
    #expect(Set(parts.joined().map(\.key)).count == 7)
  }
}
