internal import Checks
internal import Datasets
internal import References
internal import Tensors
internal import Wire

/// What "right" means for `trainEpoch`, on a few pictures.
let scratchEpochChecks: [Check] = [
  epochCheck(
    "epoch-step", section: "one-step-down", trials((4, 4), (4, 4), (3, 3))),
  epochCheck(
    "epoch-batches", section: "one-epoch", trials((8, 4), (8, 4))),
  epochCheck(
    "epoch-short-batch",
    section: "one-epoch", trials((11, 4), (9, 4), (11, 4))),
  epochCheck(
    "epoch-edges",
    section: "one-epoch", trials((1, 1), (3, 1), (2, 5), (3, 300))),
  epochCheck(
    "epoch-longer", section: "one-epoch", trials((50, 9), (280, 270))),
  epochCheck(
    "epoch-digits", section: "one-epoch",
    [
      // As a Float, 13 / 22 · 22 is a little less than 13.
      Trial(images: 22, size: 22, wrong: 13..<22),
      Trial(images: 60, size: 60, wrong: 50..<60, scores: .close),
      // A Float16 counts no further than to 2,048.
      Trial(images: 2_051, size: 2_051, wrong: 2_049..<2_051),
      Trial(images: 16, size: 16, wrong: 12..<16, scores: .large),
    ]),
  Check(
    "epoch-black", of: Scratch.trainEpoch, section: "one-step-down", seconds: 10
  ) { examination in
    let epoch = TinyEpoch(
      Trial(images: 4, size: 2), learningRate: 2, &examination.random)
    let received = try epoch.answer(examination)
    if let words = mismatch(of: received, with: epoch.run()) {
      return epoch.failure(
        .sentence("epoch-parts", ["difference": words]), epoch.run(), received)
    }
    guard case .list(let parts) = received else { return nil }
    let w = parts[0].tensor
    for pixel in 0..<784 where epoch.isBlack(pixel) {
      for j in 0..<10 where w[pixel, j] != epoch.w[pixel, j] {
        return epoch.failure(
          .sentence(
            "epoch-black",
            [
              "pixel": pixel, "class": j, "before": epoch.w[pixel, j],
              "after": w[pixel, j],
            ]),
          epoch.run(), received)
      }
    }
    return nil
  },
]

/// How many images, the size of the batches, and which of the images the
/// model classifies wrongly at first; nil where the labels are random.
private struct Trial: Sendable {
  let images: Int
  let size: Int
  var wrong: Range<Int>?
  var scores = ScoreSize.usual
}

private func trials(_ sizes: (images: Int, size: Int)...) -> [Trial] {
  sizes.map { Trial(images: $0.images, size: $0.size) }
}

private func epochCheck(
  _ id: String, section: String, _ trials: [Trial]
) -> Check {
  Check(id, of: Scratch.trainEpoch, section: section, seconds: 10) {
    examination in
    for (number, trial) in trials.enumerated() {
      // One is off any grid, and makes large steps; one makes none.
      let rates = [0.5, 0.1, 1 + 2 * Float(examination.random.uniform()), 0]
      let epoch = TinyEpoch(
        trial, learningRate: rates[number % rates.count], &examination.random)
      let received = try epoch.answer(examination)
      if let failure = epoch.failure(of: received) { return failure }
    }
    return nil
  }
}

extension TinyEpoch {
  /// An epoch over pictures at random, in an order of their own; there are two
  /// more pictures than are used.
  fileprivate init(
    _ trial: Trial, learningRate: Float, _ random: inout SeededGenerator
  ) {
    let (data, w, b) = random.scratchInputs(
      count: trial.images + 2, trial.scores)
    let order = Array(random.permutation(of: data.count).prefix(trial.images))
    var labels = data.labels
    if let wrong = trial.wrong {
      labels = random.scratchLabels(data, w, b, order: order, wrong: wrong)
    }
    self.init(
      data: FashionMNIST(images: data.images, labels: labels),
      size: trial.size, order: order, w: w, b: b, learningRate: learningRate)
  }

  fileprivate func answer(_ examination: Examination) throws -> WireValue {
    try examination.call(
      Scratch.trainEpoch.name,
      arguments(data.images, data.labels, size, order, w, b, learningRate),
      shownAs: call)
  }

  /// Whether a pixel is black in all pictures that are used.
  fileprivate func isBlack(_ pixel: Int) -> Bool {
    order.allSatisfy { data.images[$0 * 784 + pixel] == 0 }
  }

  /// The call in words.
  fileprivate var call: String {
    "trainEpoch(batches, w, b, learningRate: \(learningRate)) "
      + "with \(order.count) images in batches of \(size)"
  }

  /// What is wrong with a result, if anything is.
  func failure(of received: WireValue) -> Failure? {
    let expected = run()
    // A few steps in Float: some 1e-6 for weights and losses around 1.
    let tolerance = Tolerance(relative: 1e-5, absolute: 1e-5)
    func differences(from other: WireValue) -> [String?] {
      guard mismatch(of: received, with: other) == nil,
        case .list(let received) = received, case .list(let other) = other
      else { return [] }
      return zip(received, other).map {
        difference(of: $0, from: $1, within: tolerance)
      }
    }
    if let words = mismatch(of: received, with: expected) {
      return failure(
        .sentence("epoch-parts", ["difference": words]), expected, received)
    }
    let wrong = differences(from: expected)
    guard let part = wrong.firstIndex(where: { $0 != nil }) else { return nil }
    // Weights and biases are told apart together, loss and accuracy alone.
    let parts = part < 2 ? 0..<2 : part..<part + 1
    let found = epochMistakes.first { mistake in
      guard mistake.parts.overlaps(parts) else { return false }
      let others = differences(from: run(mistake.way))
      return others.count == 4 && parts.allSatisfy { others[$0] == nil }
    }
    let name = ["w", "b", "loss", "accuracy"][part]
    return failure(
      found.map { .mistake($0.key) }
        ?? .words("\(name): \((wrong[part] ?? nil) ?? "")"),
      expected, received)
  }

  fileprivate func failure(
    _ remark: Remark, _ expected: WireValue, _ received: WireValue
  ) -> Failure {
    Failure(
      remark,
      counterexample: Counterexample(
        arguments: call,
        expected: expected.summary, received: received.summary))
  }
}

/// A wrong way through an epoch, and which parts of the result show it:
/// 0 and 1 the parameters, 2 the loss, 3 the accuracy.
private struct EpochMistake: Sendable {
  let key: String
  let parts: Range<Int>
  let way: TinyEpoch.Way
}

private let epochMistakes = [
  EpochMistake(
    key: "sum-of-gradients", parts: 0..<2,
    way: TinyEpoch.Way(divisor: .one)),
  EpochMistake(
    key: "batch-size-ignored", parts: 0..<2,
    way: TinyEpoch.Way(divisor: .size)),
  EpochMistake(
    key: "divided-by-all", parts: 0..<2,
    way: TinyEpoch.Way(divisor: .all)),
  EpochMistake(
    key: "divided-twice", parts: 0..<2,
    way: TinyEpoch.Way(divisor: .squared)),
  EpochMistake(
    key: "ascent", parts: 0..<2,
    way: TinyEpoch.Way(direction: 1)),
  EpochMistake(
    key: "softmax-twice.gradient", parts: 0..<2,
    way: TinyEpoch.Way(gradient: .twice)),
  EpochMistake(
    key: "softmax-twice.loss-gradient", parts: 0..<2,
    way: TinyEpoch.Way(gradient: .ofLossTwice)),
  EpochMistake(
    key: "softmax-twice.loss", parts: 2..<3,
    way: TinyEpoch.Way(lossTakesProbabilities: true)),
  EpochMistake(
    key: "gradients-not-cleared", parts: 0..<2,
    way: TinyEpoch.Way(accumulatesGradients: true)),
  EpochMistake(
    key: "parameters-unchanged", parts: 0..<2,
    way: TinyEpoch.Way(updatesW: false, updatesB: false)),
  EpochMistake(
    key: "biases-not-updated", parts: 0..<2,
    way: TinyEpoch.Way(updatesB: false)),
  EpochMistake(
    key: "not-carried-over", parts: 0..<2,
    way: TinyEpoch.Way(startsAnew: true)),
  EpochMistake(
    key: "mean-of-means", parts: 2..<4,
    way: TinyEpoch.Way(average: .ofBatches)),
  EpochMistake(
    key: "last-batch-only", parts: 2..<4,
    way: TinyEpoch.Way(average: .ofLastBatch)),
  EpochMistake(
    key: "sum-for-mean", parts: 2..<4,
    way: TinyEpoch.Way(average: .none)),
  EpochMistake(
    key: "measured-after", parts: 2..<4,
    way: TinyEpoch.Way(measuresAfter: true)),
]
