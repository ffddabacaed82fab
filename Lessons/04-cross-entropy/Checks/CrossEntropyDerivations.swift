internal import Checks
internal import Tensors

let crossEntropyDerivations: [Derivation] = [
  logOfLikelihood, lossOfLogits, lossOfSoftLabels, logSumExpTrick,
  gradientOfLoss, gradientOfSoftLabels, sigmoidOfDifference,
  flatSlope, curvature,
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

/// Why the logarithm of a likelihood is a sum of losses.
///
/// A point consists of the probabilities of five labels.
private let logOfLikelihood = Derivation(
  "logOfLikelihood",
  letters: .init(
    indices: ["i": 1...5], values: ["n": { _ in [5] }, "p_i": { $0 }]),
  point: { random in (0..<5).map { _ in 0.01 + 0.99 * random.uniform() } })

// MARK: - Soft labels

/// A point consists of four scores, and four numbers above 0 whose shares are
/// the label.
private let scoresAndShares: @Sendable (inout SeededGenerator) -> [Double] = {
  random in
  (0..<4).map { _ in random.normal() * 3 }
    + (0..<4).map { _ in 0.1 + random.uniform() }
}

private func softLetters(
  free: [String] = [], definitions: [String]
) -> Derivation.Letters {
  .init(
    indices: ["j": 1...4, "k": 1...4], free: free,
    values: [
      "o_k": { Array($0.prefix(4)) },
      "y_k": { point in
        let sum = point.suffix(4).reduce(0, +)
        return point.suffix(4).map { $0 / sum }
      },
    ],
    definitions: definitions)
}

private let lossOfSoftLabels = Derivation(
  "lossOfSoftLabels", letters: softLetters(definitions: [probabilities]),
  point: scoresAndShares)

private let gradientOfSoftLabels = Derivation(
  "gradientOfSoftLabels",
  letters: softLetters(
    free: ["j"],
    definitions: [
      probabilities, #"\ell = \log \sum_k \exp(o_k) - \sum_k y_k o_k"#,
    ]),
  point: scoresAndShares)

/// How each probability changes with its own score.
private let curvature = Derivation(
  "curvature", letters: softLetters(free: ["j"], definitions: [probabilities]),
  point: scoresAndShares)

// MARK: - Two classes

/// A point is the difference of two scores.
private let sigmoidOfDifference = Derivation(
  "sigmoidOfDifference",
  letters: .init(
    values: ["z": { $0 }],
    definitions: [#"\sigma = \frac{1}{1 + \exp(-z)}"#]),
  point: { random in [random.normal() * 3] })

/// The slope of the squared loss behind a sigmoid.
///
/// A point consists of the score and the label, 0 or 1.
private let flatSlope = Derivation(
  "flatSlope",
  letters: .init(
    values: ["z": { [$0[0]] }, "y": { [$0[1]] }],
    definitions: [
      #"p = \frac{1}{1 + \exp(-z)}"#, #"\ell_2 = \frac12 (p - y)^2"#,
    ]),
  point: { random in [random.normal() * 3, Double(random.below(2))] })
