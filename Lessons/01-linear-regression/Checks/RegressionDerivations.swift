package import Checks
internal import Tensors

/// The derivations of lesson 01, step by step.
package let regressionDerivations: [Derivation] = [squaredSlope]

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
