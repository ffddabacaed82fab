import Testing

@testable import Maths

/// Formulas made at random of everything that the subset knows.
struct RandomFormulaTests {
  @Test func neverLeaveABackslashNorAnUnevenDrawing() throws {
    let seed: UInt64 = 1
    var writer = FormulaWriter(seed: seed)
    for _ in 0..<200 {
      let source = writer.formula(depth: 3)
      let formula = try Formula(parsing: source)
      let voices =
        [inline(formula), spoken(formula)]
        + display(formula, width: 40) + display(formula, width: 1000)
      for text in voices {
        #expect(!text.contains("\\"), "seed \(seed): \(source)")
      }
      let words = spoken(formula)
      for stray in [",,", ",.", ",:", "‖", "⊤"] {
        #expect(!words.contains(stray), "seed \(seed): \(source)")
      }
      let box = Typesetter(stacked: true).box(formula)
      #expect(
        box.rows.allSatisfy { displayWidth($0) == box.width },
        "seed \(seed): \(source)")
      #expect(
        box.rows.indices.contains(box.baseline), "seed \(seed): \(source)")
    }
  }
}

private struct FormulaWriter {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64, so that a seed repeats a failure on every machine.
  private mutating func number(below count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(count))
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts[number(below: texts.count)]
  }

  mutating func formula(depth: Int) -> String {
    (0...number(below: 3)).map { _ in part(depth: depth) }
      .joined(separator: pick([" ", " + ", " = ", ", ", #" \cdot "#]))
  }

  private mutating func part(depth: Int) -> String {
    guard depth > 0 else { return leaf() }
    let a = formula(depth: depth - 1)
    let b = formula(depth: depth - 1)
    return switch number(below: 12) {
    case 0: #"\frac{\#(a)}{\#(b)}"#
    case 1: #"\sqrt{\#(a)}"#
    case 2: #"\sum_{\#(a)}^{\#(b)} \#(leaf())"#
    case 3: "{\(a)}_{\(b)}"
    case 4: "\(leaf())^{\(a)}"
    case 5: #"\left( \#(a) \right)^{\#(b)}"#
    case 6: #"\begin{bmatrix} \#(a) & \#(b) \\ \#(leaf()) \end{bmatrix}"#
    case 7: #"\begin{cases} \#(a) & \#(b) \\ c & d \end{cases}"#
    case 8: #"\begin{aligned} \#(a) &= \#(b) \\ &= \#(leaf()) \end{aligned}"#
    case 9: #"\hat{\#(a)} \bar{\#(b)}"#
    case 10: #"\max_{\#(a)} \log \left\lVert \#(b) \right\rVert"#
    default: leaf()
    }
  }

  private mutating func leaf() -> String {
    pick([
      "x", "y", "2", "3.14", "n", "q", #"\alpha"#, #"\mathbf{w}"#,
      #"\mathbb{R}"#, #"\text{if } "#, #"\dots"#, #"\partial"#, "-1", "x'",
      #"\hat y_i"#, "(a)", "|b|", #"\infty"#, #"\quad"#, "损失", #"\top"#,
    ])
  }
}
