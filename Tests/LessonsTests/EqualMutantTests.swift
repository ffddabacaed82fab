import Testing

@testable import Lessons

@Suite("The list of equal mutants")
struct EqualMutantTests {
  @Test func isReadWithItsLines() throws {
    let list = try EqualMutant.list(
      parsing: """
        # Reviewed.
        - function: "softmax(_:)"
          was: "a: 1"
          is: nothing
          because: It is the same.
        """, file: "m.yaml")
    #expect(
      list == [
        EqualMutant(
          function: "softmax(_:)", was: "a: 1", now: "nothing",
          because: "It is the same.", line: 2)
      ])
  }

  @Test func oneReasonMayCoverMany() throws {
    let list = try EqualMutant.list(
      parsing: """
        - function: 'f(_:)'
          was: 'x + 1'
          is:
            - '((x) + 1) + 1'
            - 'x + 2'
          because: Both are.
        """, file: "m.yaml")
    #expect(list.map(\.now) == ["((x) + 1) + 1", "x + 2"])
    #expect(list.allSatisfy { $0.was == "x + 1" && $0.line == 1 })
    #expect(list.allSatisfy { $0.because == "Both are." })
  }

  @Test(arguments: [
    ("a: 1\n", 1), ("- function: f\n  was: a\n  is: b\n", 1),
    ("- function: f\n  was: a\n  is: b\n  because: c\n  so: d\n", 5),
  ])
  func saysWhereItIsWrong(_ text: String, _ line: Int) {
    #expect { try EqualMutant.list(parsing: text, file: "m.yaml") } throws: {
      ($0 as? LessonError)?.line == line
    }
  }
}
