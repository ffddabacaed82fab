internal import Checks
internal import Tensors

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The derivations of lesson 05, step by step.
let lossesDerivations: [Derivation] = [slopeOfSquare, normalLikelihood]

/// The slope of the squared loss along the prediction: the ½ cancels the 2.
///
/// A point is the prediction and the truth.
private let slopeOfSquare = Derivation(
  "slopeOfSquare",
  letters: .init(
    values: [#"\hat y"#: { [$0[0]] }, "y": { [$0[1]] }],
    definitions: [#"\ell_2 = \frac12 (\hat y - y)^2"#]),
  point: { random in (0..<2).map { _ in random.normal() * 3 } },
  steps: [
    // The central difference of a square is exact, whatever the step.
    .init("(ℓ₂(ŷ + 1) − ℓ₂(ŷ − 1)) / 2") { point in
      let loss = { (prediction: Double) in
        0.5 * (prediction - point[1]) * (prediction - point[1])
      }
      return [(loss(point[0] + 1) - loss(point[0] - 1)) / 2]
    },
    .init("½ · 2 (ŷ − y)") { [0.5 * 2 * ($0[0] - $0[1])] },
    .init("ŷ − y") { [$0[0] - $0[1]] },
  ])

/// Why normal noise asks for the squared loss.
///
/// A point is σ between ½ and 2, then three predictions and three truths.
private let normalLikelihood = Derivation(
  "normalLikelihood",
  letters: .init(
    indices: ["i": 1...3],
    values: [
      "n": { _ in [3] }, #"\sigma"#: { [$0[0]] },
      #"\hat y_i"#: { Array($0[1..<4]) }, "y_i": { Array($0[4..<7]) },
    ],
    definitions: [
      #"""
      p(y_i) = \frac{1}{\sqrt{2 \pi \sigma^2}}
        \exp\Bigl(-\frac{(y_i - \hat y_i)^2}{2 \sigma^2}\Bigr)
      """#
    ]),
  point: { random in
    [0.5 + 1.5 * random.uniform()] + (0..<6).map { _ in random.normal() }
  },
  steps: [
    .init("−log Πᵢ p(yᵢ)") { point in
      [-log(densities(point).reduce(1, *))]
    },
    .init("n/2 log(2πσ²) + 1/σ² Σᵢ ½ (ŷᵢ − yᵢ)²") { point in
      let variance = point[0] * point[0]
      let squares = (1...3).reduce(0.0) { sum, i in
        let error = point[i] - point[i + 3]
        return sum + 0.5 * error * error
      }
      return [1.5 * log(2 * Double.pi * variance) + squares / variance]
    },
  ])

/// The normal density of each truth around its prediction.
private func densities(_ point: [Double]) -> [Double] {
  let variance = point[0] * point[0]
  return (1...3).map { i in
    let error = point[i + 3] - point[i]
    return exp(-error * error / (2 * variance))
      / (2 * Double.pi * variance).squareRoot()
  }
}
