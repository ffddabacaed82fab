import Lessons
import Testing

@testable import Audits

@Suite("Numbers in running text")
struct NumeralTests {
  private func numerals(_ text: String) throws -> [Numeral] {
    let front = "id: x\ntitle: X\nsummary: X.\nminutes: 5"
    return try Lesson(
      text: "---\n\(front)\n---\n\(text)", folder: "03-x"
    ).numerals
  }

  @Test(arguments: [
    ("It costs 0.25 now.", ["0.25"]), ("About −3.4 of it.", ["−3.4"]),
    ("Some 72% are right.", ["72%"]), ("All 60,000 pictures.", ["60,000"]),
    ("All 60000 pictures.", ["60000"]), ("In 1805 it began.", []),
    ("Take 5 of 999.", []), ("Now `0.25` and $`0.5`$ are code.", []),
    ("# A heading of 0.5", []), ("A Float32 and Swift 6.3.1.", []),
    ("1. An item.\n2. Another of 0.5.", ["0.5"]),
    ("See [1.5](https://a.b/2.5).", ["1.5"]),
    ("![Half, 0.5](figures/a.svg)", []),
    ("> A quotation of 12.5 %.", ["12.5 %"]),
    ("| a | 0.5 |\n| - | - |", ["0.5"]),
    ("```sh\n0.5\n```", []),
    (
      "```quiz\nid: a\nask: Is it 0.5?\nkind: number\nanswer: 0.5\n"
        + "because: It is 0.5.\n```", []
    ),
    ("A rate of 1e-9 or 2.5e−3.", ["2.5e−3"]),
    ("It is < 97.3% or > 2.", ["97.3%"]),
    ("Where a<0.5 and b>0.5.", ["0.5", "0.5"]),
    ("A <b title=\"0.5\">half</b> of 0.5.", ["0.5"]),
    ("Some _0.55_ and __0.97__.", ["0.55", "0.97"]),
    ("A _share of 0.55_.", ["0.55"]), ("The name x_0.5 or x__0.5.", []),
    ("#1 model gets 97.3", ["97.3"]), ("####### 0.5", ["0.5"]),
    ("###### 0.5", []), ("#", []),
    ("It takes 2.5ms.", ["2.5"]),
    ("Up by 97.3pp or 2pp.", ["97.3pp", "2pp"]),
    ("Some 97 per cent, 3 percent.", ["97 per cent", "3 percent"]),
    ("Some 97\nper cent.", ["97\nper cent"]),
  ])
  func needASource(_ text: String, _ wanted: [String]) throws {
    #expect(try numerals(text).filter(\.needsSource).map(\.text) == wanted)
  }

  @Test func aCommentBelongsToTheNumberBefore() throws {
    let text = "From 1.5 to\n2.5 <!-- = cell[3] -->, **9.5** <!-- quoted: S -->"
    let found = try numerals(text + "\n\n```swift cell=cell\n```")
    #expect(
      found.map(\.source) == [nil, .cell("cell", index: 3), .quoted("S")])
    #expect(found.map(\.place.line) == [7, 8, 8])
  }

  @Test(arguments: [
    ("72%", 0.7213992, true), ("73%", 0.7213992, false),
    ("2.718", 2.7182817, true), ("60,000", 60_000, true),
    ("−104", -104, true), ("-0.5", 0.5, false), ("2.3026", 2.3025851, true),
    ("3.4e38", 3.4028235e+38, true), ("0.1", 0.15, true),
    ("97 per cent", 0.97, true), ("97 percent", 97, false),
    ("2pp", 0.02, true),
  ])
  func areComparedAsWritten(
    _ text: String, _ printed: Double, _ same: Bool
  )
    throws
  {
    let numeral = try numerals("x \(text)")[0]
    #expect(numeral.text == text)
    #expect(numeral.agrees(with: printed, tolerance: 0) == same)
  }

  @Test(arguments: [
    ("7%", 0.7213992, "72%"), ("1.00", -2.7182817, "−2.72"),
    ("1,000", 60_000.0, "60,000"), ("−1", 3, "3"), ("0.50", 0, "0.00"),
    ("7 per cent", 0.7213992, "72 per cent"), ("7 %", 0.72, "72 %"),
  ])
  func areRewrittenAsTheyStood(
    _ text: String, _ printed: Double, _ wanted: String
  ) throws {
    #expect(try numerals("x \(text)")[0].rewritten(as: printed).text == wanted)
  }

  @Test func printedNumbersAreCounted() {
    #expect(
      printedNumbers(in: "[2, 4] inf -1.5 1e-45 Float32 88.73 nan 3.4e+38")
        == [2, 4, -1.5, 1e-45, 88.73, 3.4e38])
  }
}
