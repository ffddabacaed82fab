internal import Checks
internal import Tensors

/// The derivations of lesson 05.
let lossesDerivations: [Derivation] = [slopeOfSquare, normalLikelihood]

/// The slope of the squared loss with respect to the prediction: the ½ cancels
/// the 2.
///
/// A point consists of the prediction and the target.
private let slopeOfSquare = Derivation(
  "slopeOfSquare",
  letters: .init(
    values: [#"\hat y"#: { [$0[0]] }, "y": { [$0[1]] }],
    definitions: [#"\ell_2 = \frac12 (\hat y - y)^2"#]),
  point: { random in (0..<2).map { _ in random.normal() * 3 } })

/// Why normal noise leads to the squared loss.
///
/// A point consists of σ between ½ and 2, three predictions and three targets.
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
  })
