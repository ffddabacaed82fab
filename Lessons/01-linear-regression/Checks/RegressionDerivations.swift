package import Checks
internal import Tensors

/// The derivations of lesson 01, step by step.
package let regressionDerivations: [Derivation] = [
  squaredSlope, bestSlope,
]

/// The slope of one example's squared loss along its weight: the ½ cancels
/// the 2.
private let squaredSlope = Derivation(
  "squaredSlope",
  letters: .init(
    values: [
      "w": { [$0[0]] }, "b": { [$0[1]] }, "x": { [$0[2]] }, "y": { [$0[3]] },
    ],
    definitions: [#"\hat y = w x + b"#]),
  // w, b, x, y
  point: { random in (0..<4).map { _ in 4 * random.uniform() - 2 } },
  steps: [
    // The central difference of a square is exact, whatever the step.
    Derivation.Step("(l(w + 1) − l(w − 1)) / 2") { p in
      let loss = { (w: Double) in
        let error = w * p[2] + p[1] - p[3]
        return 0.5 * error * error
      }
      return [(loss(p[0] + 1) - loss(p[0] - 1)) / 2]
    },
    Derivation.Step("½ · 2 (w x + b − y) · x") { p in
      [0.5 * 2 * (p[0] * p[2] + p[1] - p[3]) * p[2]]
    },
    Derivation.Step("(w x + b − y) x") { p in
      [(p[0] * p[2] + p[1] - p[3]) * p[2]]
    },
    Derivation.Step("(ŷ − y) x") { p in
      let yHat = p[0] * p[2] + p[1]
      return [(yHat - p[3]) * p[2]]
    },
  ])

/// The slope of the mean loss of three examples, for one weight and no bias,
/// and where it is 0.
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
  },
  steps: [
    Derivation.Step("(J(w + 1) − J(w − 1)) / 2") { p in
      let cost = { (w: Double) in
        mean { i in
          let error = w * p[1 + i] - p[4 + i]
          return 0.5 * error * error
        }
      }
      return [(cost(p[0] + 1) - cost(p[0] - 1)) / 2]
    },
    Derivation.Step("1/n Σ (w xᵢ − yᵢ) xᵢ") { p in
      [mean { (p[0] * p[1 + $0] - p[4 + $0]) * p[1 + $0] }]
    },
    Derivation.Step("w · 1/n Σ xᵢ² − 1/n Σ xᵢ yᵢ") { p in
      [p[0] * mean { p[1 + $0] * p[1 + $0] } - mean { p[1 + $0] * p[4 + $0] }]
    },
    Derivation.Step("1/n Σ xᵢ² · (w − Σ xᵢ yᵢ / Σ xᵢ²)") { p in
      let squares = mean { p[1 + $0] * p[1 + $0] }
      return [squares * (p[0] - mean { p[1 + $0] * p[4 + $0] } / squares)]
    },
  ])

/// The mean of a function of the numbers 0, 1 and 2.
private func mean(_ term: (Int) -> Double) -> Double {
  (term(0) + term(1) + term(2)) / 3
}
