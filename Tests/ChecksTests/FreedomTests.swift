import Checks
import Tensors
import Testing
import Wire

@Suite("How inputs may vary")
struct FreedomTests {
  private let inputs = [
    arguments(Tensor([[1, -2]]), [0]),
    arguments(Tensor([[3, 4], [5, 1e6]]), [1, 0]),
  ]

  @Test(arguments: [
    ([1, 2] as [FreeDimension.Case], [] as [String]),
    ([1, 3, .above(2)], ["rows: 3", "rows: above 2"]),
    ([.below(2), .below(1), .exact(2)], ["rows: below 1"]),
    ([.within(0...1), .within(2.5...4)], ["rows: from 2.5 to 4"]),
  ])
  func casesThatNoInputMeetsAreNamed(
    _ cases: [FreeDimension.Case], _ missing: [String]
  ) {
    let rows = FreeDimension("rows", cases) { (x: Tensor, _: [Int]) in
      x.shape[0]
    }
    #expect(rows.missing(in: inputs) == missing)
  }

  @Test func anInputMayLieAtSeveralPlaces() {
    let scores = FreeDimension("a score", [.below(0), .above(1e5), 7]) {
      (x: Tensor, _: [Int]) in x.values.map { Double($0) }
    }
    #expect(scores.missing(in: inputs) == ["a score: 7"])
  }

  @Test func aTruthIsMetByOneInput() {
    func unmet(
      _ holds: @escaping @Sendable (Tensor, [Int]) -> Bool
    )
      -> [String]
    {
      FreeDimension("it holds", holds: holds).missing(in: inputs)
    }
    #expect(unmet { _, y in y.count == 2 } == [])
    #expect(unmet { _, y in y.count == 3 } == ["it holds"])
  }

  /// Two checks of one function, of which only the second draws three rows,
  /// and none four.
  @Test func allChecksOfAFunctionTogetherDrawTheInputs() {
    let subject = Subject(
      "f(_:)", axes: ["nq"],
      freedom: [
        FreeDimension("rows", [1, 2, 3, 4]) { (x: Tensor) in x.shape[0] }
      ], reference: { (x: Tensor) in x.sum(axis: 1) })
    func check(_ id: String, rows: Int) -> Check {
      .agrees(id, subject, trials: 2) { _, number in
        arguments(Tensor.ones(shape: [rows + number, 2]))
      }
    }
    let checks = ExerciseChecks(
      lesson: "f", [check("a", rows: 1), check("b", rows: 2)])
    let untried = checks.untried(seed: 1)
    #expect(untried.map(\.function) == ["f(_:)"])
    #expect(untried.map(\.what) == ["rows: 4"])
  }
}
