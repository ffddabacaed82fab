import Checks
import Pages
import Testing

@Suite("Curves")
struct CurveTests {
  private func drawn(
    _ values: [Double], width: Int, height: Int, screen: Screen = Screen()
  ) -> [String] {
    curve(values: values, width: width, height: height, on: screen)
      .map(\.text)
  }

  // Drawn by hand: each cell is two dots wide and four high; dots 1, 2, 3, 7
  // are the left column from above, 4, 5, 6, 8 the right one.
  @Test func aFallingLine() {
    // Four dots down from left to right over two columns.
    #expect(drawn([1, 0], width: 8, height: 1) == ["1.00 ┤⠑⢄"])
  }

  @Test func aRisingLineOverTwoRows() {
    // Eight dots high and four wide: two dots up for each one to the right.
    #expect(
      drawn([0, 1], width: 8, height: 2) == ["1.00 ┤ ⡜", "0.00 ┤⡜"])
  }

  @Test func aLevelLineLiesBelow() {
    #expect(drawn([2, 2, 2], width: 8, height: 1) == ["2.00 ┤⣀⣀"])
  }

  @Test func onePoint() {
    #expect(drawn([3], width: 8, height: 1) == ["3.00 ┤⡀"])
  }

  @Test func whatIsNotFiniteLeavesAGap() {
    #expect(drawn([.nan], width: 8, height: 1) == ["no values"])
    #expect(drawn([1, .nan, 1], width: 8, height: 1) == ["1.00 ┤⡀⢀"])
  }

  @Test func aPlainScreenGetsWords() {
    let lines = drawn(
      [2, 0.5, 1], width: 40, height: 5, screen: Screen(plain: true))
    #expect(lines == ["from 2.000 to 1.000, least 0.500, most 2.000"])
  }

  @Test(arguments: 10..<60)
  func theWidthIsKept(width: Int) {
    let values = (0..<23).map { Double(($0 * 37) % 11) }
    for line in drawn(values, width: width, height: 6) {
      #expect(line.count <= width)
    }
  }

  @Test func whatIsNoNumberHasNoSign() {
    let epoch = EpochMetrics(
      epoch: 1, loss: -.nan, trainAccuracy: 0.5, testAccuracy: -.infinity)
    let words = "epoch 1   loss nan   train accuracy 0.500   test accuracy -inf"
    #expect(epochLines(epoch, on: Screen()).map(\.text) == [words])
  }
}
