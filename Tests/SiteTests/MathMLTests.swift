import Maths
import Testing

@testable import Site

@Suite("MathML")
struct MathMLTests {
  private func markup(_ tex: String, isDisplayed: Bool = true) throws -> String
  {
    mathML(try Formula(parsing: tex), isDisplayed: isDisplayed).markup
  }

  /// Written by hand from the specification of MathML Core.
  @Test(arguments: [
    ("x", "<mi>x</mi>"),
    ("28", "<mn>28</mn>"),
    (#"\frac{a}{b}"#, "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
    ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    (#"\sqrt{x}"#, "<msqrt><mi>x</mi></msqrt>"),
    (
      #"-x"#,
      #"<mrow><mo form="prefix">−</mo><mi>x</mi></mrow>"#
    ),
    (
      #"a - b"#,
      "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>"
    ),
    (
      #"\sum_i x"#,
      #"<mrow><munder><mo movablelimits="true">∑</mo><mi>i</mi></munder>"#
        + "<mi>x</mi></mrow>"
    ),
  ])
  func displayed(tex: String, expected: String) throws {
    let markup = try markup(tex)
    #expect(markup.hasSuffix(">\(expected)</math>"), "\(markup)")
  }

  @Test func withinTextLimitsStandBeside() throws {
    let markup = try markup(#"\sum_i x"#, isDisplayed: false)
    #expect(markup.contains("<msub><mo movablelimits"))
    #expect(!markup.contains("display="))
  }

  @Test func theAlternativeIsWhatTheTerminalSays() throws {
    let formula = try Formula(parsing: #"\hat y_j = \frac{e^{o_j}}{2}"#)
    let markup = mathML(formula, isDisplayed: true).markup
    #expect(markup.contains("alttext=\"\(spoken(formula))\""))
  }

  /// Formulas made of random parts, read by an XML parser.
  @Test func randomFormulasAreWellFormed() throws {
    var random = FixedGenerator(state: 7)
    for _ in 0..<300 {
      let tex = random.formula(depth: 4)
      let formula = try Formula(parsing: tex)
      let markup = mathML(formula, isDisplayed: random.next() % 2 == 0).markup
      let page = try Reading(page: markup)
      #expect(page.problem == nil, "\(tex): \(page.problem ?? "")")
    }
  }
}

/// A small generator with a fixed seed.
private struct FixedGenerator: RandomNumberGenerator {
  var state: UInt64

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func formula(depth: Int) -> String {
    let leaves = [
      "x", "y_i", "28", #"\eta"#, #"\log x"#, "-1", "a < b", #"\hat y"#,
    ]
    let leaf = leaves[Int(next() % UInt64(leaves.count))]
    if depth == 0 { return leaf }
    func part(_ random: inout FixedGenerator) -> String {
      random.formula(depth: depth - 1)
    }
    switch next() % 7 {
    case 0: return #"\frac{\#(part(&self))}{\#(part(&self))}"#
    case 1: return #"\sqrt{\#(part(&self))}"#
    case 2: return "{\(part(&self))}_{\(part(&self))}^{\(part(&self))}"
    case 3: return #"\left( \#(part(&self)) \right]"#
    case 4: return #"\sum_{i=1}^{n} \#(part(&self))"#
    case 5:
      return #"\begin{bmatrix} \#(part(&self)) & 1 \\ 0 & x \end{bmatrix}"#
    default: return leaf
    }
  }
}
