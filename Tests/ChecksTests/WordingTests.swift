import Checks
import Testing
import Wire

@Suite("What is said of a wrong answer")
struct WordingTests {
  @Test(arguments: [
    (1, 3, "there should be 1 number, there are 3"),
    (2, 1, "there should be 2 numbers, there is 1"),
    (4, 0, "there should be 4 numbers, there are 0"),
  ])
  func oneIsSingular(expected: Int, received: Int, words: String) {
    let values = [expected, received].map {
      WireValue.integers([Int](repeating: 7, count: $0))
    }
    #expect(
      difference(of: values[1], from: values[0], within: .exact) == words)
  }

  @Test func aTruthValueIsSaidInFull() {
    let (yes, no) = (WireValue.boolean(true), WireValue.boolean(false))
    #expect(
      difference(of: yes, from: no, within: .exact)
        == "should be false, is true")
    #expect(difference(of: yes, from: yes, within: .exact) == nil)
    #expect(shown(no) == "false")
  }

  @Test func aCallIsShownInWordsWhereTheyAreGiven() {
    let sums = Subject(
      "sum(_:)", axes: [""], reference: { (bytes: [UInt8]) in bytes.count })
    let check = Check("sum", of: sums) { examination in
      _ = try examination.call(
        "sum(_:)", arguments([UInt8](repeating: 0, count: 9)),
        shownAs: "sum(file)")
      return nil
    }
    let callee = LocalCallee { _ in throw Interruption.timeLimit(1) }
    #expect(
      examine(check, by: callee, seed: 1)
        == .interrupted(.timeLimit(1), call: "sum(file)"))
  }
}
