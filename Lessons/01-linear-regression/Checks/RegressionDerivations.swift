package import Checks
internal import Tensors

/// The derivations of lesson 01, step by step.
package let regressionDerivations: [Derivation] = [
  squaredSlope, bestSlope,
]

/// The slope of one example's squared loss with respect to its weight: the ½
/// cancels the 2.
private let squaredSlope = Derivation(
  "squaredSlope",
  letters: .init(
    values: [
      "w": { [$0[0]] }, "b": { [$0[1]] }, "x": { [$0[2]] }, "y": { [$0[3]] },
    ],
    definitions: [#"\hat y = w x + b"#]),
  // w, b, x, y
  point: { random in (0..<4).map { _ in 4 * random.uniform() - 2 } })

/// The slope of the mean loss of three examples, for one weight and no bias,
/// and the weight where it is 0.
private let bestSlope = Derivation(
  "bestSlope",
  letters: .init(
    indices: ["i": 1...3],
    values: [
      "n": { _ in [3] }, "w": { [$0[0]] }, "x_i": { Array($0[1..<4]) },
      "y_i": { Array($0[4..<7]) },
    ],
    definitions: [#"J = \frac1n \sum_i \frac12 (w x_i - y_i)^2"#]),
  // w, three x between 1 and 3, three y
  point: { random in
    [4 * random.uniform() - 2]
      + (0..<3).map { _ in 1 + 2 * random.uniform() }
      + (0..<3).map { _ in 4 * random.uniform() - 2 }
  })

/// The mean of a function of the numbers 0, 1 and 2.
private func mean(_ term: (Int) -> Double) -> Double {
  (term(0) + term(1) + term(2)) / 3
}
