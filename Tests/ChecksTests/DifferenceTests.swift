import Tensors
import Testing
import Wire

@testable import Checks

@Suite("Where two values first differ")
struct DifferenceTests {
  private func difference(
    _ expected: WireValue, _ received: WireValue
  ) -> Difference? {
    Counterexample(arguments: "f()", expected: expected, received: received)
      .difference
  }

  @Test func isFoundInNestedRows() {
    #expect(
      difference(
        .tensor(Tensor([[1, 2], [3, 4]])),
        .tensor(Tensor([[1, 2], [2.25, 4]])))
        == Difference(place: [1, 0], expected: 14..<17, received: 14..<18))
    #expect(
      difference(
        .list([.text("a"), .integers([7, 8])]),
        .list([.text("b"), .integers([7, 8])]))
        == Difference(place: [0], expected: 1..<4, received: 1..<4))
  }

  @Test func passesOverALastDigit() {
    let found = difference(
      .tensor(Tensor([0.33333334, 0.6])), .tensor(Tensor([0.33333337, 0.7])))
    #expect(found?.place == [1])
    let last = difference(
      .tensor(Tensor([0.33333334, 0.6])), .tensor(Tensor([0.33333337, 0.6])))
    #expect(last?.place == [0])
  }

  @Test func isNoneWhereTheFormDiffers() {
    #expect(difference(.tensor(Tensor([2])), .tensor(Tensor([1]))) == nil)
    #expect(difference(.integers([1, 2]), .integers([1])) == nil)
    #expect(difference(.float(1), .float(2)) == nil)
    #expect(difference(.integers([1, 2]), .integers([1, 2])) == nil)
  }
}
