internal import Checks
internal import Tensors

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The derivations of lesson 10, step by step.
let generalizationDerivations: [Derivation] = [ratioOfDensities]

/// The weight of an input is the exponential of its score.
///
/// It is a probability over what that lacks to 1; a point is the score.
private let ratioOfDensities = Derivation(
  "ratioOfDensities",
  letters: .init(
    values: ["h": { [$0[0]] }],
    definitions: [
      #"\sigma = 1 / (1 + e^{-h})"#,
      #"\beta = \frac{\sigma}{1 - \sigma}"#,
    ]),
  point: { random in [random.normal() * 2] },
  steps: [
    .init("σ(h) / (1 − σ(h))") { point in
      let new = 1 / (1 + exp(-point[0]))
      return [new / (1 - new)]
    },
    .init("1/(1 + exp(−h)) / (exp(−h)/(1 + exp(−h)))") { point in
      let rest = exp(-point[0])
      return [1 / (1 + rest) / (rest / (1 + rest))]
    },
    .init("exp(h)") { [exp($0[0])] },
  ])
