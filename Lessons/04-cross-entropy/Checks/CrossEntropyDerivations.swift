internal import Checks
internal import Tensors

let crossEntropyDerivations: [Derivation] = [
  lossOfLogits, logSumExpTrick, gradientOfLoss,
]

/// A point consists of the number of the right class and the scores of one row.
private let labelledScores: @Sendable (inout SeededGenerator) -> [Double] = {
  random in
  [Double(random.below(4))] + (0..<4).map { _ in random.normal() * 3 }
}

private func parted(_ point: [Double]) -> (y: Int, o: [Double]) {
  (Int(point[0]), Array(point.dropFirst()))
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
  point: labelledScores)

private let logSumExpTrick = Derivation(
  "logSumExpTrick",
  letters: .init(
    indices: ["k": 1...4], values: ["o_k": { $0 }],
    definitions: [#"m = \max_k o_k"#]),
  point: { random in (0..<4).map { _ in random.normal() * 5 } })

private let gradientOfLoss = Derivation(
  "gradientOfLoss",
  letters: letters(
    free: ["j"],
    definitions: [probabilities, #"\ell = \log \sum_k \exp(o_k) - o_y"#]),
  point: labelledScores)
