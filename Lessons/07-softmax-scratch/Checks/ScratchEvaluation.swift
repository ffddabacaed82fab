internal import Checks
internal import Datasets
internal import References
internal import Tensors
internal import Wire

/// The checks of `evaluateAccuracy`.
let scratchEvaluationChecks: [Check] = [
  evaluationCheck(
    "evaluate-agreement", [Pass(images: 8, size: 4, wrong: 5..<8)]),
  evaluationCheck(
    "evaluate-short-batch", [Pass(images: 11, size: 4, wrong: 8..<11)]),
  evaluationCheck("evaluate-all", [Pass(images: 6, size: 4, wrong: 0..<0)]),
  evaluationCheck("evaluate-none", [Pass(images: 6, size: 4, wrong: 0..<6)]),
  .agrees(
    "evaluate-sizes", Scratch.evaluateAccuracy, section: "how-good-is-it",
    trials: 2 + sizes.count, seconds: 10
  ) { random, number in
    switch number {
    // As a Float, 13 / 22 · 22 is slightly less than 13.
    case 0: return random.exam(Pass(images: 22, size: 22, wrong: 13..<22))
    case 1:
      // Float16 has no 2,501.
      return random.exam(
        Pass(images: 5_003, size: 2_501, wrong: 5_001..<5_003))
    default:
      let (images, size) = sizes[(number - 2) % sizes.count]
      let start = random.below(images)
      let end = start + 1 + random.below(images - start)
      return random.exam(Pass(images: images, size: size, wrong: start..<end))
    }
  },
  evaluationCheck(
    "evaluate-close",
    [ScoreSize.close, .large].map {
      Pass(images: 60, size: 25, wrong: 50..<60, scores: $0)
    }),
]

/// Numbers of images, and batch sizes.
private let sizes = [
  (5, 1), (1, 1), (1, 4), (9, 300), (7, 7), (7, 3), (300, 270), (280, 19),
]

private func evaluationCheck(_ id: String, _ passes: [Pass]) -> Check {
  .agrees(
    id, Scratch.evaluateAccuracy, section: "how-good-is-it",
    trials: passes.count, seconds: 10
  ) { random, number in random.exam(passes[number % passes.count]) }
}

/// A wrong accuracy, as a function of each batch's accuracy, the number of
/// right examples, and the number of all examples.
private func wrongAccuracy(
  _ key: String, droppingLast: Bool = false,
  _ imitation: @escaping @Sendable ([Double], Int, Int) -> Double
) -> KnownMistake {
  KnownMistake(key) {
    (
      images: [UInt8], labels: [UInt8], size: Int, order: [Int], w: Tensor,
      b: Tensor
    ) in
    let data = FashionMNIST(images: images, labels: labels)
    let model = ScratchModel(w, b)
    let isShort = droppingLast && order.count > size
    let end = isShort ? order.count / size * size : order.count
    let measured = stride(from: 0, to: end, by: size).map { first in
      model.measure(data, order[first..<min(first + size, end)])
    }
    return Float(
      imitation(
        measured.map { Double($0.right) / Double($0.count) },
        measured.reduce(0) { $0 + $1.right }, end))
  }
}

let evaluationMistakes = [
  wrongAccuracy("count-for-fraction") { _, right, _ in Double(right) },
  wrongAccuracy("mean-of-means.accuracy") { fractions, _, _ in
    fractions.reduce(0, +) / Double(fractions.count)
  },
  wrongAccuracy("sum-of-fractions") { fractions, _, _ in
    fractions.reduce(0, +)
  },
  wrongAccuracy("last-batch-only.accuracy") { fractions, _, _ in
    fractions.last ?? 0
  },
  wrongAccuracy("best-batch-only") { fractions, _, _ in
    fractions.max() ?? 0
  },
  wrongAccuracy("first-batch-only") { fractions, _, _ in
    fractions.first ?? 0
  },
  wrongAccuracy("short-batch-dropped.accuracy", droppingLast: true) {
    _, right, count in Double(right) / Double(count)
  },
  wrongAccuracy("error-rate") { _, right, count in
    1 - Double(right) / Double(count)
  },
]
