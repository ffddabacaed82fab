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
          function: "softmax(_:)",
          change: .lines(was: "a: 1", now: "nothing"),
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
    #expect(
      list.map(\.change) == [
        .lines(was: "x + 1", now: "((x) + 1) + 1"),
        .lines(was: "x + 1", now: "x + 2"),
      ])
    #expect(list.allSatisfy { $0.line == 1 })
    #expect(list.allSatisfy { $0.because == "Both are." })
  }

  @Test func namesThatMayBeNarrowedAreOneEntry() throws {
    let list = try EqualMutant.list(
      parsing: """
        - function: 'f(_:)'
          narrowed: [row, y.count]
          bits: 16
          because: There are at most 1,000 rows.
        """, file: "m.yaml")
    #expect(
      list.map(\.change) == [
        .narrowing(Narrowing(of: "row", bits: 16)),
        .narrowing(Narrowing(of: "y.count", bits: 16)),
      ])
  }

  @Test(arguments: [
    ("row", 8, true), ("row", 16, true), ("column", 8, false),
  ])
  func aNarrowingCoversWiderTypes(
    _ operand: String, _ bits: Int, _ isCovered: Bool
  ) {
    let (eight, sixteen) = (
      Narrowing(of: "row", bits: 8), Narrowing(of: "row", bits: 16)
    )
    #expect(eight.covers(Narrowing(of: operand, bits: bits)) == isCovered)
    #expect(!sixteen.covers(Narrowing(of: operand, bits: 8)))
  }

  @Test(arguments: [
    ("a: 1\n", 1), ("- function: f\n  was: a\n  is: b\n", 1),
    ("- function: f\n  narrowed: a\n  because: c\n", 1),
    ("- function: f\n  narrowed: a\n  bits: 9\n  because: c\n", 3),
    (
      "- function: f\n  narrowed: a\n  bits: 8\n  is: b\n  because: c\n", 4
    ),
    ("- function: f\n  was: a\n  is: b\n  because: c\n  so: d\n", 5),
  ])
  func saysWhereItIsWrong(_ text: String, _ line: Int) {
    #expect { try EqualMutant.list(parsing: text, file: "m.yaml") } throws: {
      ($0 as? LessonError)?.line == line
    }
  }
}
