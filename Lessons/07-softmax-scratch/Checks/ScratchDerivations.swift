internal import Checks
internal import Tensors

/// The derivations of lesson 07.
let scratchDerivations: [Derivation] = [
  gradientOfWeights, gradientOfBiases,
]

/// The gradient with respect to the weights, by the chain rule.
///
/// There are two examples of two pixels, and three classes. A point consists of
/// the pixels, the weights, a number for the biases and the two right classes.
private let gradientOfWeights = derivation(
  "gradientOfWeights", free: ["k", "j"])

/// The gradient with respect to the biases, of the same batches.
private let gradientOfBiases = derivation("gradientOfBiases", free: ["j"])

private func derivation(_ name: String, free: [String]) -> Derivation {
  Derivation(
    name,
    letters: .init(
      indices: ["i": 1...2, "k": 1...2, "j": 1...3], free: free,
      values: [
        "n": { _ in [2] },
        "x_{ik}": { Batch($0).x.flatMap(\.self) },
        "w_{kj}": { Batch($0).w.flatMap(\.self) },
        "b_j": { Batch($0).b },
        "y_{ij}": { Batch($0).oneHot.flatMap(\.self) },
      ],
      definitions: [
        #"o_{ij} = \sum_k x_{ik} w_{kj} + b_j"#,
        #"\hat y_{ij} = \frac{\exp(o_{ij})}{\sum_{l=1}^{3} \exp(o_{il})}"#,
        #"""
        \ell = \frac1n \sum_i
          \Bigl( \log \sum_j \exp(o_{ij}) - \sum_j y_{ij} o_{ij} \Bigr)
        """#,
      ]),
    point: { random in
      (0..<11).map { _ in random.normal() }
        + (0..<2).map { _ in Double(random.below(3)) }
    })
}

/// The parts of a point.
private struct Batch {
  var x: [[Double]]
  var w: [[Double]]
  var b: [Double]
  var oneHot: [[Double]]

  init(_ point: [Double]) {
    x = [Array(point[0..<2]), Array(point[2..<4])]
    w = [Array(point[4..<7]), Array(point[7..<10])]
    b = [point[10], 0, -point[10]]
    oneHot = point[11..<13].map { label in
      (0..<3).map { Double($0) == label ? 1 : 0 }
    }
  }
}
