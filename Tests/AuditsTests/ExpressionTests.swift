import Checks
import Maths
import Testing

@testable import Audits

@Suite("The value of a formula")
struct ExpressionTests {
  /// x = 3, y = 2, o = (1, 2, 4), w = ((1, 2), (3, 4), (5, 6)).
  private let letters = Derivation.Letters(
    indices: ["j": 1...3, "k": 1...3, "m": 0...1],
    values: [
      "x": { _ in [3] }, "y": { _ in [2] }, "n": { _ in [3] },
      "o_j": { _ in [1, 2, 4] }, "w_{jm}": { _ in [1, 2, 3, 4, 5, 6] },
      #"\hat y_j"#: { _ in [0.5, 0.25, 0.25] }, "y_j": { _ in [0, 1, 0] },
      "y'": { _ in [7] }, "w^*": { _ in [11] }, "z_m": { _ in [10, 20] },
      #"\ell_2"#: { _ in [13] },
    ],
    definitions: [
      #"\bar o = \frac1n \sum_j o_j"#, "f(o_j) = o_j^2 + x",
      #"\ell_j = x^2 o_j^3"#,
    ])

  private func value(
    _ tex: String, free: [String: Int] = [:]
  ) throws -> Double {
    let meanings = try Meanings(letters)
    let expression = try Expression(
      try Formula(parsing: tex).grouped, meanings: meanings,
      bound: Set(free.keys))
    var surroundings = try Surroundings(meanings, at: [])
    surroundings.indices = free
    return try surroundings.value(of: expression)
  }

  private static let operations: [(String, Double)] = [
    ("1 + 2 x - y", 5), ("-x^2", -9), ("(-x)^2", 9), ("2 - 3 - 4", -5),
    (#"x \cdot -y"#, -6), (#"\frac12 x"#, 1.5), ("x / y", 1.5),
    (#"x / y \cdot 4"#, 6), ("6 / (1 + y)", 2), (#"\sqrt{x + 1}"#, 2),
    (#"\sqrt[3]{4 y}"#, 2), ("2^{x + 1}", 16), ("1{,}000 y", 2000),
    (#"\left( x - y \right) y"#, 2), (#"\Bigl[ x + y \Bigr] \, x"#, 15),
    ("|y - x|", 1), ("x |-y|^2", 12), (#"\log e^x"#, 3), (#"\ln 1"#, 0),
    (#"\exp(0) x"#, 3), (#"\log \exp(x) + 1"#, 4), (#"\max(x, y, 1)"#, 3),
    (#"\min(x, -y)"#, -2), (#"\operatorname{sign}(y - x)"#, -1),
    (#"\log \frac{x}{3} - 2"#, -2), (#"\exp(x - x)^2"#, 1),
    (#"\cos \pi x"#, -1), (#"2 \log e \log e"#, 2),
  ]

  @Test(arguments: operations)
  func isThatOfItsOperations(_ tex: String, _ wanted: Double) throws {
    #expect(try abs(value(tex) - wanted) < 1e-12)
  }

  private static let names: [(String, Double)] = [
    ("o_1 + 10 o_3", 41), ("o_y", 2), ("y_y", 1), ("y", 2), (#"\hat y_1"#, 0.5),
    ("w_{20}", 3), ("w_{y, y - 1}", 4), ("y'", 7), ("y' o_y^2", 28),
    ("w^* + 1", 12), ("z_0", 10), ("z_1^2", 400), (#"\bar o"#, 7.0 / 3),
    ("f(o_2)", 7), ("f(o_2)^2 x", 147), (#"\ell_2"#, 13), (#"\ell_1"#, 9),
    (#"\sum_k o_k"#, 7), (#"\sum_{k=2}^{n} o_k"#, 6),
    (#"\sum_{i=1}^{2} i^2"#, 5), (#"\prod_k o_k + 1"#, 9),
    (#"\max_k o_k - 1"#, 3), (#"\min_k (o_k - 3)"#, -2),
    (#"\frac1n \sum_k o_k y_k \cdot 2"#, 4.0 / 3),
    (#"\sum_k \sum_m w_{km} z_m"#, 330), (#"x \sum_k o_{k} - o_1"#, 20),
    (#"\sum_{k=1}^{2} o_{k+1}"#, 6), (#"\|o\|^2"#, 21),
    (#"\lVert o \rVert^2 + 1"#, 22), (#"\|w\|_2^2"#, 91),
  ]

  @Test(arguments: names)
  func isThatOfItsNames(_ tex: String, _ wanted: Double) throws {
    #expect(try abs(value(tex) - wanted) < 1e-12)
  }

  private static let slopes: [(String, Double)] = [
    (#"\frac{\partial}{\partial x} x^2 y + 1"#, 13),
    (#"\frac{\partial x^3}{\partial x}"#, 27),
    (#"\frac{\partial \bar o}{\partial o_2}"#, 1.0 / 3),
    (#"\frac{\partial o_y}{\partial o_2}"#, 1),
    (#"\frac{\partial o_y}{\partial o_3}"#, 0),
    (#"\frac{\partial \ell_3}{\partial o_3}"#, 432),
    // A defined name is varied by itself, whatever it is made of.
    (#"\frac{\partial \bar o^2}{\partial \bar o}"#, 14.0 / 3),
    (#"\frac{\partial}{\partial x} \frac{\partial x^3}{\partial x}"#, 18),
    (#"\frac{\partial \exp(x)}{\partial x} \exp(-x)"#, 1),
  ]

  @Test(arguments: slopes)
  func isThatOfItsSlopes(_ tex: String, _ wanted: Double) throws {
    #expect(try abs(value(tex) - wanted) < 1e-8)
  }

  @Test func isThatOfAFreeIndex() throws {
    let tex = #"o_j - \sum_{j=1}^{2} o_j + j"#
    #expect(try value(tex, free: ["j": 3]) == 4)
  }

  private static let gaps: [(String, String)] = [
    ("q + 1", "q has no value"), ("o_k", "k has no value"),
    ("o_4", "the index 4 of oⱼ"), ("w_{23}", "the index 3 of wⱼₘ"),
    ("o_{x / 2}", "1.5 is not an index"), (#"\sum_i i"#, "the range of"),
    (#"\sum_{i \in B} i"#, "the range of"), ("x 2", "follows a factor"),
    ("x / y n", "two ways"), (#"x \Rightarrow y"#, "⇒ cannot"),
    ("x, y", ", cannot"), ("x +", "expression is missing"),
    (#"\operatorname{softmax}(x)"#, "softmax is not known"),
    (#"\log(x, y)"#, "2 arguments"), ("x^\\top y", "has no value"),
    (#"\begin{cases} x & y \end{cases}"#, "has no value"),
    (#"\frac{\partial x}{\partial 2}"#, "has no value"),
    (#"\frac{\partial^2 x}{\partial x^2}"#, "has no value"),
    (#"\hat x"#, "has no value"), ("x_1", "has no value"), ("(x", "( cannot"),
    (#"x \pm y"#, "± cannot"), (#"\log^2 x"#, "has no value"),
    ("x!", "! cannot"),
    (#"\text{loss}"#, "loss has no value"), (#"\|x\|"#, "has no value"),
  ]

  @Test(arguments: gaps)
  func isMissingWithItsReason(_ tex: String, _ words: String) {
    let error = #expect(throws: Unevaluated.self) { try value(tex) }
    #expect(
      error?.problem.contains(words) == true, "\(String(describing: error))")
    #expect(error?.remedy.isEmpty == false)
  }

  typealias Mistake = (
    values: [String: Double], free: [String], definitions: [String],
    words: String
  )

  private static let mistakes: [Mistake] =
    [
      (["v": 1.0], ["j"], ["v"], "the definition v is not an equation"),
      (["v": 1.0], ["l"], [], "the free index l has no range"),
      (["v_j": 1.0], [], [], "vⱼ needs 2 numbers for its indices, but has 1"),
      ([:], [], ["v = v + 1"], "v has no value"),
      ([:], [], [#"v = \nonsense"#], "is not a formula"),
    ]

  @Test(arguments: mistakes)
  func needsLettersThatMeanSomething(_ mistake: Mistake) {
    let (values, free, definitions, words) = mistake
    let letters = Derivation.Letters(
      indices: ["j": 1...2], free: free,
      values: values.mapValues { number in { _ in [number] } },
      definitions: definitions)
    let error = #expect(throws: Unevaluated.self) {
      try Surroundings(Meanings(letters), at: [])
    }
    #expect(
      error?.problem.contains(words) == true, "\(String(describing: error))")
  }
}
