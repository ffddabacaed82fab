internal import Checks
internal import Tensors

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

let crossEntropyDerivations: [Derivation] = [
  lossOfLogits, logSumExpTrick, gradientOfLoss,
]

/// A point is the number of the right class, then the scores of one row.
private let labelledScores: @Sendable (inout SeededGenerator) -> [Double] = {
  random in
  [Double(random.below(4))] + (0..<4).map { _ in random.normal() * 3 }
}

private func parted(_ point: [Double]) -> (y: Int, o: [Double]) {
  (Int(point[0]), Array(point.dropFirst()))
}

private func sumOfExponentials(_ o: [Double]) -> Double {
  o.reduce(0) { $0 + exp($1) }
}

/// Four scores and the right class; the formulas count classes from 1.
private func letters(
  free: [String] = [], definitions: [String]
) -> Derivation.Letters {
  .init(
    indices: ["j": 1...4, "k": 1...4], free: free,
    values: [
      "y": { [$0[0] + 1] },
      "y_j": { point in (0..<4).map { $0 == parted(point).y ? 1 : 0 } },
      "o_k": { parted($0).o },
    ],
    definitions: definitions)
}

private let probabilities = #"\hat y_j = \frac{\exp(o_j)}{\sum_k \exp(o_k)}"#

private let lossOfLogits = Derivation(
  "lossOfLogits", letters: letters(definitions: [probabilities]),
  point: labelledScores,
  steps: [
    .init("−log ŷ_y, with ŷ = softmax(o)") { point in
      let (y, o) = parted(point)
      let exponentials = o.map { exp($0) }
      let sum = exponentials.reduce(0, +)
      let probabilities = exponentials.map { $0 / sum }
      return [-log(probabilities[y])]
    },
    .init("−log (exp(o_y) / Σₖ exp(oₖ))") { point in
      let (y, o) = parted(point)
      return [-log(exp(o[y]) / sumOfExponentials(o))]
    },
    .init("−log exp(o_y) + log Σₖ exp(oₖ)") { point in
      let (y, o) = parted(point)
      return [-log(exp(o[y])) + log(sumOfExponentials(o))]
    },
    .init("log Σₖ exp(oₖ) − o_y") { point in
      let (y, o) = parted(point)
      return [log(sumOfExponentials(o)) - o[y]]
    },
  ])

private let logSumExpTrick = Derivation(
  "logSumExpTrick",
  letters: .init(
    indices: ["k": 1...4], values: ["o_k": { $0 }],
    definitions: [#"m = \max_k o_k"#]),
  point: { random in (0..<4).map { _ in random.normal() * 5 } },
  steps: [
    .init("log Σₖ exp(oₖ)") { [log(sumOfExponentials($0))] },
    .init("log (exp(m) Σₖ exp(oₖ − m))") { o in
      let m = o.max() ?? 0
      return [log(exp(m) * sumOfExponentials(o.map { $0 - m }))]
    },
    .init("m + log Σₖ exp(oₖ − m)") { o in
      let m = o.max() ?? 0
      return [m + log(sumOfExponentials(o.map { $0 - m }))]
    },
  ])

private let gradientOfLoss = Derivation(
  "gradientOfLoss",
  letters: letters(
    free: ["j"],
    definitions: [probabilities, #"\ell = \log \sum_k \exp(o_k) - o_y"#]),
  point: labelledScores,
  steps: [
    .init("∂ℓ/∂oⱼ, as a limit of slopes") { point in
      let (y, o) = parted(point)
      return o.indices.map { j in
        slope(at: o[j]) { moved in
          var scores = o
          scores[j] = moved
          return log(sumOfExponentials(scores)) - scores[y]
        }
      }
    },
    .init("exp(oⱼ) / Σₖ exp(oₖ) − ∂o_y/∂oⱼ") { point in
      let (y, o) = parted(point)
      let sum = sumOfExponentials(o)
      return o.indices.map { exp(o[$0]) / sum - ($0 == y ? 1 : 0) }
    },
    .init("ŷⱼ − yⱼ") { point in
      let (y, o) = parted(point)
      let sum = sumOfExponentials(o)
      var oneHot = o.map { _ in 0.0 }
      oneHot[y] = 1
      return zip(o.map { exp($0) / sum }, oneHot).map { $0 - $1 }
    },
  ])
