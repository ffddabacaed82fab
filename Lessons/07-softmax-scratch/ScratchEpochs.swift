internal import Checks
internal import Datasets
internal import Tensors
internal import Wire

/// What "right" means for `trainEpoch`, on a few pictures.
let scratchEpochChecks: [Check] = [
  epochCheck(
    "epoch-step", "one batch: a step against the gradient of the mean loss",
    section: "one-step-down", trials((4, 4), (4, 4), (3, 3))),
  epochCheck(
    "epoch-batches", "several batches, each from where the last one ended",
    section: "one-epoch", trials((8, 4), (8, 4))),
  epochCheck(
    "epoch-short-batch", "right with a last batch that is not full",
    section: "one-epoch", trials((11, 4), (9, 4), (11, 4))),
  epochCheck(
    "epoch-edges", "right with batches of one, and one batch larger than all",
    section: "one-epoch", trials((1, 1), (3, 1), (2, 5), (3, 300))),
  epochCheck(
    "epoch-longer", "right with larger batches, and with more of them",
    section: "one-epoch", trials((50, 9), (280, 270))),
  epochCheck(
    "epoch-digits", "right to the last digits, for scores of any size",
    section: "one-epoch",
    [
      // As a Float, 13 / 22 · 22 is a little less than 13.
      Trial(images: 22, size: 22, wrong: 13..<22),
      Trial(images: 60, size: 60, wrong: 50..<60, scores: .close),
      // A Float16 counts no further than to 2,048.
      Trial(images: 2_051, size: 2_051, wrong: 2_049..<2_051),
      Trial(images: 16, size: 16, wrong: 12..<16, scores: .large),
    ]),
  Check(
    "epoch-black", "no step for pixels that are always black",
    of: Scratch.trainEpoch, section: "one-step-down", seconds: 10
  ) { examination in
    let epoch = TinyEpoch(
      Trial(images: 4, size: 2), learningRate: 2, &examination.random)
    let received = try epoch.answer(examination)
    if let words = mismatch(of: received, with: epoch.run()) {
      return epoch.failure(
        "of w, b, loss and accuracy: \(words)", epoch.run(), received)
    }
    guard case .list(let parts) = received else { return nil }
    let w = parts[0].tensor
    for pixel in 0..<784 where epoch.isBlack(pixel) {
      for j in 0..<10 where w[pixel, j] != epoch.w[pixel, j] {
        return epoch.failure(
          "w: pixel \(pixel) is black in all images, so that its weights have "
            + "a gradient of 0; but element [\(pixel), \(j)] was "
            + "\(epoch.w[pixel, j]) and became \(w[pixel, j])",
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
  _ id: String, _ title: String, section: String, _ trials: [Trial]
) -> Check {
  Check(id, title, of: Scratch.trainEpoch, section: section, seconds: 10) {
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
      return failure("of w, b, loss and accuracy: \(words)", expected, received)
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
    let name = ["w", "b", "the loss", "the accuracy"][part]
    return failure(
      found?.explanation ?? "\(name): \((wrong[part] ?? nil) ?? "")",
      expected, received, found)
  }

  fileprivate func failure(
    _ message: String, _ expected: WireValue, _ received: WireValue,
    _ mistake: EpochMistake? = nil
  ) -> Failure {
    Failure(
      message,
      counterexample: Counterexample(
        arguments: call,
        expected: expected.summary, received: received.summary),
      mistake: mistake?.id, section: mistake?.section)
  }
}

/// A wrong way through an epoch, and which parts of the result show it:
/// 0 and 1 the parameters, 2 the loss, 3 the accuracy.
private struct EpochMistake: Sendable {
  let id: String
  let section: String
  let parts: Range<Int>
  let explanation: String
  let way: TinyEpoch.Way
}

private let epochMistakes = [
  EpochMistake(
    id: "sum-of-gradients", section: "one-step-down", parts: 0..<2,
    explanation: "You did not divide the gradient by the number of examples "
      + "in the batch: a step follows the gradient of the mean loss.",
    way: TinyEpoch.Way(divisor: .one)),
  EpochMistake(
    id: "batch-size-ignored", section: "one-epoch", parts: 0..<2,
    explanation: "You divided by the batch size also where the last batch has "
      + "fewer examples; divide by the number of labels it has.",
    way: TinyEpoch.Way(divisor: .size)),
  EpochMistake(
    id: "divided-by-all", section: "one-epoch", parts: 0..<2,
    explanation: "You divided by the number of all examples; divide by the "
      + "number of examples in the batch.",
    way: TinyEpoch.Way(divisor: .all)),
  EpochMistake(
    id: "divided-twice", section: "one-step-down", parts: 0..<2,
    explanation: "You divided by the number of examples twice.",
    way: TinyEpoch.Way(divisor: .squared)),
  EpochMistake(
    id: "ascent", section: "one-step-down", parts: 0..<2,
    explanation: "You added the gradient, which makes the loss larger; "
      + "subtract it.",
    way: TinyEpoch.Way(direction: 1)),
  EpochMistake(
    id: "softmax-twice", section: "one-step-down", parts: 0..<2,
    explanation: "You took softmax twice: crossEntropyGradient(logits:_:) "
      + "takes scores and does softmax itself. Give it xW + b, not what "
      + "`model` returns.",
    way: TinyEpoch.Way(gradient: .twice)),
  EpochMistake(
    id: "softmax-twice", section: "one-step-down", parts: 0..<2,
    explanation: "Your gradient is that of a loss with softmax taken twice: "
      + "crossEntropy(logits:_:) takes scores and does softmax itself. Give "
      + "it xW + b, not what `model` returns.",
    way: TinyEpoch.Way(gradient: .ofLossTwice)),
  EpochMistake(
    id: "softmax-twice", section: "one-epoch", parts: 2..<3,
    explanation: "Your loss takes softmax twice: crossEntropy(logits:_:) takes "
      + "scores and does softmax itself. Give it xW + b, not what `model` "
      + "returns.",
    way: TinyEpoch.Way(lossTakesProbabilities: true)),
  EpochMistake(
    id: "gradients-not-cleared", section: "one-epoch", parts: 0..<2,
    explanation: "Each batch's gradient is added to those of the batches "
      + "before; begin every batch with a gradient of nothing.",
    way: TinyEpoch.Way(accumulatesGradients: true)),
  EpochMistake(
    id: "parameters-unchanged", section: "one-epoch", parts: 0..<2,
    explanation: "You returned the parameters that came in; return those "
      + "that the last step left.",
    way: TinyEpoch.Way(updatesW: false, updatesB: false)),
  EpochMistake(
    id: "biases-not-updated", section: "one-step-down", parts: 0..<2,
    explanation: "The weights move, the biases do not: they have a gradient "
      + "too, the column means of softmax less the labels.",
    way: TinyEpoch.Way(updatesB: false)),
  EpochMistake(
    id: "not-carried-over", section: "one-epoch", parts: 0..<2,
    explanation: "Every batch begins from the parameters that came in, so "
      + "that only the last step is kept; begin where the last one ended.",
    way: TinyEpoch.Way(startsAnew: true)),
  EpochMistake(
    id: "mean-of-means", section: "one-epoch", parts: 2..<4,
    explanation: "You averaged over the batches, so that the examples of a "
      + "short batch count for more; add up over the examples and divide by "
      + "their number.",
    way: TinyEpoch.Way(average: .ofBatches)),
  EpochMistake(
    id: "last-batch-only", section: "one-epoch", parts: 2..<4,
    explanation: "You returned what the last batch gave; wanted is the mean "
      + "over all examples.",
    way: TinyEpoch.Way(average: .ofLastBatch)),
  EpochMistake(
    id: "sum-for-mean", section: "one-epoch", parts: 2..<4,
    explanation: "You returned the sum over the examples; divide it by their "
      + "number.",
    way: TinyEpoch.Way(average: .none)),
  EpochMistake(
    id: "measured-after", section: "one-epoch", parts: 2..<4,
    explanation: "You measured each batch after the step it caused; measure "
      + "it as the model met it, before the step.",
    way: TinyEpoch.Way(measuresAfter: true)),
]
