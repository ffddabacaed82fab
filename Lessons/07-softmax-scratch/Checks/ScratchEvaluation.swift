internal import Checks
internal import Datasets
internal import References
internal import Tensors
internal import Wire

/// What "right" means for `evaluateAccuracy`.
let scratchEvaluationChecks: [Check] = [
  evaluationCheck("evaluate-agreement") {
    _ in [TinyExam.Plan(images: 8, size: 4, wrong: 5..<8)]
  },
  evaluationCheck("evaluate-short-batch") {
    _ in [TinyExam.Plan(images: 11, size: 4, wrong: 8..<11)]
  },
  evaluationCheck("evaluate-all") { _ in
    [TinyExam.Plan(images: 6, size: 4, wrong: 0..<0)]
  },
  evaluationCheck("evaluate-none") { _ in
    [TinyExam.Plan(images: 6, size: 4, wrong: 0..<6)]
  },
  evaluationCheck("evaluate-sizes") { random in
    // As a Float, 13 / 22 · 22 is a little less than 13. A Float16 counts no
    // further than to 2,048.
    [
      TinyExam.Plan(images: 22, size: 22, wrong: 13..<22),
      TinyExam.Plan(images: 2_051, size: 2_051, wrong: 2_049..<2_051),
    ]
      + [
        (5, 1), (1, 1), (1, 4), (9, 300), (7, 7), (7, 3), (300, 270), (280, 19),
      ].map { images, size in
        let start = random.below(images)
        return TinyExam.Plan(
          images: images, size: size,
          wrong: start..<start + 1 + random.below(images - start))
      }
  },
  evaluationCheck("evaluate-close") { _ in
    [ScoreSize.close, .large].map {
      TinyExam.Plan(images: 60, size: 25, wrong: 50..<60, scores: $0)
    }
  },
]

private func evaluationCheck(
  _ id: String,
  plans: @escaping @Sendable (inout SeededGenerator) -> [TinyExam.Plan]
) -> Check {
  Check(
    id, of: Scratch.evaluateAccuracy, section: "how-good-is-it",
    seconds: 10
  ) { examination in
    for plan in plans(&examination.random) {
      let exam = TinyExam(plan, &examination.random)
      let received = try exam.answer(examination)
      guard let words = exam.difference(of: received) else { continue }
      // One fraction proves little: a mistake is named where it explains that
      // of another exam too.
      let other = TinyExam(
        TinyExam.Plan(images: 23, size: 4, wrong: 21..<23),
        &examination.random)
      let second = try other.answer(examination)
      let found = evaluationMistakes.first {
        exam.fits($0, received) && other.fits($0, second)
      }
      return Failure(
        found.map { .mistake($0.key) } ?? .words(words),
        counterexample: Counterexample(
          arguments: exam.words,
          expected: shown(exam.expected), received: shown(received)))
    }
    return nil
  }
}

/// A few images in batches, of which all are right but some in a row.
private struct TinyExam {
  /// How many images, the size of the batches, and which are wrong.
  struct Plan: Sendable {
    let images: Int
    let size: Int
    let wrong: Range<Int>
    var scores = ScoreSize.usual

    var right: Int { images - wrong.count }
  }

  let plan: Plan
  let call: [WireValue]

  init(_ plan: Plan, _ random: inout SeededGenerator) {
    self.plan = plan
    let (data, w, b) = random.scratchInputs(count: plan.images, plan.scores)
    let order = random.permutation(of: plan.images)
    let labels = random.scratchLabels(
      data, w, b, order: order, wrong: plan.wrong)
    call = arguments(data.images, labels, plan.size, order, w, b)
  }

  /// The call in words.
  var words: String {
    "evaluateAccuracy(batches, w, b) with \(plan.images) images in batches of "
      + "\(plan.size), \(plan.right) of them right"
  }

  var expected: WireValue { .float(Float(plan.right) / Float(plan.images)) }

  func answer(_ examination: Examination) throws -> WireValue {
    try examination.call(
      Scratch.evaluateAccuracy.name, call, shownAs: words)
  }

  func difference(of received: WireValue) -> String? {
    Checks.difference(of: received, from: expected, within: .float32)
  }

  /// Whether a mistake gives the very answer received.
  func fits(_ mistake: EvaluationMistake, _ received: WireValue) -> Bool {
    let fractions = stride(from: 0, to: plan.images, by: plan.size).map {
      first in
      let batch = first..<min(first + plan.size, plan.images)
      let wrong = batch.clamped(to: plan.wrong).count
      return 1 - Double(wrong) / Double(batch.count)
    }
    let imitated = WireValue.float(
      Float(mistake.imitation(fractions, plan.right, plan.images)))
    return Checks.difference(of: received, from: imitated, within: .float32)
      == nil
  }
}

/// A wrong accuracy, as a function of each batch's accuracy, the number of
/// right examples, and the number of all.
private struct EvaluationMistake: Sendable {
  let key: String
  let imitation: @Sendable ([Double], Int, Int) -> Double
}

private let evaluationMistakes = [
  EvaluationMistake(key: "count-for-fraction") { _, right, _ in Double(right) },
  EvaluationMistake(key: "mean-of-means.accuracy") { fractions, _, _ in
    fractions.reduce(0, +) / Double(fractions.count)
  },
  EvaluationMistake(key: "sum-of-fractions") { fractions, _, _ in
    fractions.reduce(0, +)
  },
  EvaluationMistake(key: "last-batch-only.accuracy") { fractions, _, _ in
    fractions.last ?? 0
  },
  EvaluationMistake(key: "first-batch-only") { fractions, _, _ in
    fractions.first ?? 0
  },
  EvaluationMistake(key: "error-rate") { _, right, count in
    1 - Double(right) / Double(count)
  },
]
