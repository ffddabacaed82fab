import Testing

@testable import Maths

/// What the subset does not know is told with its place.
struct MathErrorTests {
  @Test(arguments: [
    (#"a + \foo"#, "1:5: `\\foo` is not in the course's subset of TeX"),
    ("a\n + \\bar", "2:8: an argument is missing here"),
    ("{a", "1:1: this brace is not closed"),
    ("a }", "1:3: `}` matches nothing here"),
    ("a & b", "1:3: `&` matches nothing here"),
    ("a^b^c", "1:4: a second `^` follows the first"),
    (#"\frac{1}"#, "1:9: an argument is missing here"),
    (#"\left( a"#, "1:1: this \\left has no matching \\right"),
    (#"\left a \right)"#, "1:8: `a` is not a bracket"),
    (#"\begin{aligned} a"#, "1:1: `aligned` is not closed"),
    (#"\begin{tikz} \end{tikz}"#, "1:1: there is no environment `tikz`"),
    (#"\text{a \alpha}"#, "1:1: text in a formula cannot contain commands"),
    ("a # b", "1:3: `#` has no meaning in a formula"),
    ("a\u{1B}b", "1:2: `\u{1B}` has no meaning in a formula"),
    (
      String(repeating: "{", count: 200),
      "1:101: the formula is nested too deeply"
    ),
    (
      String(repeating: #"\hat"#, count: 10_000),
      "1:401: the formula is nested too deeply"
    ),
    ("a\\", "1:2: `\\` has no meaning in a formula"),
  ])
  func isToldWithItsPlace(source: String, expected: String) {
    do throws(MathError) {
      _ = try Formula(parsing: source)
      Issue.record("`\(source)` was read")
    } catch {
      #expect(error.description.hasPrefix(expected + "; "), "\(error)")
    }
  }

  @Test func aDeepFormulaIsDrawn() throws {
    let source =
      String(repeating: #"\frac{1}{\sqrt{x + "#, count: 24)
      + String(repeating: "}}", count: 24)
    let formula = try Formula(parsing: source)
    #expect(display(formula, width: 400).count == 49)
    #expect(!inline(formula).isEmpty)
    #expect(!spoken(formula).isEmpty)
  }

  @Test func aTowerOfPowersIsSaidAtOnce() throws {
    let source =
      String(repeating: "x y^{z ", count: 45)
      + String(repeating: "}", count: 45)
    #expect(
      spoken(try Formula(parsing: source)).hasPrefix("x times y to the power"))
  }
}
