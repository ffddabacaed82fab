internal import Checks
internal import Datasets
internal import Tensors
internal import Wire

/// What "right" means for `evaluateAccuracy`.
let scratchEvaluationChecks: [Check] = [
  evaluationCheck(
    "evaluate-agreement", "the fraction of all examples that are right",
    images: 8, wrong: 3),
  evaluationCheck(
    "evaluate-short-batch", "every example counts alike in a short last batch",
    images: 11, wrong: 3),
  evaluationCheck(
    "evaluate-all", "1 where all examples are right", images: 6, wrong: 0),
]

private func evaluationCheck(
  _ id: String, _ title: String, images: Int, wrong: Int
) -> Check {
  Check(
    id, title, of: Scratch.evaluateAccuracy, section: "how-good-is-it",
    seconds: 10
  ) { examination in
    let exam = TinyExam(images: images, wrong: wrong, &examination.random)
    let received = try exam.answer(examination)
    guard let words = exam.difference(of: received) else { return nil }
    // One fraction proves little: a mistake is named where it explains that
    // of another exam too.
    let other = TinyExam(images: 23, wrong: 2, &examination.random)
    let second = try other.answer(examination)
    let found = evaluationMistakes.first {
      exam.fits($0, received) && other.fits($0, second)
    }
    return Failure(
      found?.explanation ?? words,
      counterexample: Counterexample(
        arguments: exam.words,
        expected: shown(exam.expected), received: shown(received)),
      mistake: found?.id, section: "how-good-is-it")
  }
}

/// A few images in batches of four, of which all are right but the last.
private struct TinyExam {
  let images: Int
  let right: Int
  let call: [WireValue]

  init(images: Int, wrong: Int, _ random: inout SeededGenerator) {
    self.images = images
    right = images - wrong
    let pictures = random.scratchPictures(count: images)
    let (w, b) = random.scratchParameters()
    let model = ScratchModel(w, b)
    let order = random.permutation(of: images)
    var labels = pictures.labels
    for (place, example) in order.enumerated() {
      let scores = model.scores(pictures, example)
      let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      labels[example] = UInt8(place < right ? best : (best + 1) % 10)
    }
    call = arguments(pictures.images, labels, 4, order, w, b)
  }

  /// The call in words.
  var words: String {
    "evaluateAccuracy(batches, w, b) with \(images) images in batches of 4, "
      + "\(right) of them right"
  }

  var expected: WireValue { .float(Float(right) / Float(images)) }

  func answer(_ examination: Examination) throws -> WireValue {
    try examination.call(
      Scratch.evaluateAccuracy.name, call, shownAs: words)
  }

  func difference(of received: WireValue) -> String? {
    Checks.difference(of: received, from: expected, within: .float32)
  }

  /// Whether a mistake gives the very answer received.
  func fits(_ mistake: EvaluationMistake, _ received: WireValue) -> Bool {
    let fractions = stride(from: 0, to: images, by: 4).map { first in
      let count = min(4, images - first)
      return Double(max(0, min(right - first, count))) / Double(count)
    }
    let imitated = WireValue.float(
      Float(mistake.imitation(fractions, right, images)))
    return Checks.difference(of: received, from: imitated, within: .float32)
      == nil
  }
}

/// A wrong accuracy, as a function of each batch's accuracy, the number of
/// right examples, and the number of all.
private struct EvaluationMistake: Sendable {
  let id: String
  let explanation: String
  let imitation: @Sendable ([Double], Int, Int) -> Double
}

private let evaluationMistakes = [
  EvaluationMistake(
    id: "count-for-fraction",
    explanation: "You returned how many examples are right; divide by the "
      + "number of examples."
  ) { _, right, _ in Double(right) },
  EvaluationMistake(
    id: "mean-of-means",
    explanation: "You averaged the accuracies of the batches, so that the "
      + "examples of a short batch count for more; add up the right examples "
      + "and divide by the number of all."
  ) { fractions, _, _ in fractions.reduce(0, +) / Double(fractions.count) },
  EvaluationMistake(
    id: "sum-of-fractions",
    explanation: "You added up the accuracies of the batches; add up the "
      + "right examples and divide by the number of all."
  ) { fractions, _, _ in fractions.reduce(0, +) },
  EvaluationMistake(
    id: "last-batch-only",
    explanation: "You returned the accuracy of the last batch; all count."
  ) { fractions, _, _ in fractions.last ?? 0 },
  EvaluationMistake(
    id: "first-batch-only",
    explanation: "You returned the accuracy of the first batch; all count. "
      + "Does a `return` stand inside the loop?"
  ) { fractions, _, _ in fractions.first ?? 0 },
  EvaluationMistake(
    id: "error-rate",
    explanation: "You returned the fraction that is wrong; wanted is the "
      + "fraction that is right."
  ) { _, right, count in 1 - Double(right) / Double(count) },
]
