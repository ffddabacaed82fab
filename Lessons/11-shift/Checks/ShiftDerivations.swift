internal import Checks
internal import Tensors

/// The derivations of lesson 11.
let shiftDerivations: [Derivation] = [
  ratioOfDensities, sigmoidAsSoftmax,
]

/// The weight of an input is the exponential of its score.
///
/// The weight is a probability divided by its complement. A point is the score.
private let ratioOfDensities = Derivation(
  "ratioOfDensities",
  letters: .init(
    values: ["h": { [$0[0]] }],
    definitions: [
      #"\sigma = 1 / (1 + e^{-h})"#,
      #"\beta = \frac{\sigma}{1 - \sigma}"#,
    ]),
  point: { random in [random.normal() * 2] })

/// The softmax of a score and 0 is the sigmoid of the score.
private let sigmoidAsSoftmax = Derivation(
  "sigmoidAsSoftmax",
  letters: .init(
    values: ["o": { [$0[0]] }],
    definitions: [#"\hat y = 1 / (1 + e^{-o})"#]),
  point: { random in [random.normal() * 2] })
