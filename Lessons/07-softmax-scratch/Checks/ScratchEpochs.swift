internal import Checks
internal import Datasets
internal import References
internal import Tensors
internal import Wire

/// The checks of `trainEpoch`, on a few images.
let scratchEpochChecks: [Check] = [
  epochCheck(
    "epoch-step", section: "one-step-down",
    passes((4, 4), (4, 4), (3, 3), (5, 5), (4, 4))),
  epochCheck("epoch-batches", section: "one-epoch", passes((8, 4), (8, 4))),
  epochCheck(
    "epoch-short-batch", section: "one-epoch",
    passes((11, 4), (9, 4), (11, 4))),
  epochCheck(
    "epoch-edges", section: "one-epoch",
    passes((1, 1), (3, 1), (2, 5), (3, 300))),
  epochCheck(
    "epoch-longer", section: "one-epoch", passes((50, 9), (280, 270))),
  epochCheck(
    "epoch-digits", section: "one-epoch",
    [
      // As a Float, 13 / 22 · 22 is slightly less than 13.
      Pass(images: 22, size: 22, wrong: 13..<22),
      Pass(images: 60, size: 60, wrong: 50..<60, scores: .close),
      // A Float16 cannot count beyond 2,048.
      Pass(images: 2_051, size: 2_051, wrong: 2_049..<2_051),
      Pass(images: 16, size: 16, wrong: 12..<16, scores: .large),
      // A batch that is right, with a small loss, makes its step, too.
      Pass(images: 4, size: 4, wrong: 0..<0, scores: .ahead(by: 9)),
    ]),
  .holds(
    "epoch-black", Scratch.trainEpoch, section: "one-step-down", trials: 1,
    seconds: 10
  ) { random, _ in
    random.epoch(Pass(images: 4, size: 2), learningRate: 2)
  } property: { trial in
    guard case .list(let parts) = trial.received,
      case .bytes(let images) = trial.arguments[0],
      case .integers(let order) = trial.arguments[3]
    else { return nil }
    let (before, after) = (trial.tensor(4), parts[0].tensor)
    for pixel in 0..<784
    where order.allSatisfy({ images[$0 * 784 + pixel] == 0 }) {
      for j in 0..<10 where after[pixel, j] != before[pixel, j] {
        return Violation(
          "epoch-black",
          [
            "pixel": pixel, "class": j, "before": before[pixel, j],
            "after": after[pixel, j],
          ])
      }
    }
    return nil
  },
]

private func passes(_ sizes: (images: Int, size: Int)...) -> [Pass] {
  sizes.map { Pass(images: $0.images, size: $0.size) }
}

private func epochCheck(
  _ id: String, section: String, _ passes: [Pass]
) -> Check {
  .agrees(
    id, Scratch.trainEpoch,
    // A few steps in Float: errors of about 1e-6 for weights and losses around
    // 1.
    within: Tolerance(relative: 1e-5, absolute: 1e-5), section: section,
    trials: passes.count, seconds: 10
  ) { random, number in
    // Two rates are no round numbers and make large steps; one makes none.
    let rates = [
      0.5, 0.1, 1 + 2 * Float(random.uniform()), 0,
      4 + 4 * Float(random.uniform()),
    ]
    return random.epoch(
      passes[number % passes.count], learningRate: rates[number % rates.count])
  }
}

/// Runs an epoch in one way, from arguments as they are sent.
///
/// With `wrongParts`, all other parts of the result are right.
func epoch(
  _ way: TinyEpoch.Way, wrongParts: Range<Int>? = nil
)
  -> @Sendable (
    [UInt8], [UInt8], Int, [Int], Tensor, Tensor, Float
  ) -> WireValue
{
  { images, labels, size, order, w, b, rate in
    let epoch = TinyEpoch(
      data: FashionMNIST(images: images, labels: labels), size: size,
      order: order, w: w, b: b, learningRate: rate)
    let result = epoch.run(way)
    guard let wrongParts, case .list(let wrong) = result,
      case .list(var parts) = epoch.run(TinyEpoch.Way())
    else { return result }
    parts.replaceSubrange(wrongParts, with: wrong[wrongParts])
    return .list(parts)
  }
}

let epochMistakes =
  [
    KnownMistake(
      "sum-of-gradients", imitation: epoch(TinyEpoch.Way(divisor: .one))),
    KnownMistake(
      "batch-size-ignored", imitation: epoch(TinyEpoch.Way(divisor: .size))),
    KnownMistake(
      "divided-by-all", imitation: epoch(TinyEpoch.Way(divisor: .all))),
    KnownMistake(
      "divided-twice", imitation: epoch(TinyEpoch.Way(divisor: .squared))),
    KnownMistake(
      "divided-by-256", imitation: epoch(TinyEpoch.Way(divisor: .literal(256)))),
    KnownMistake(
      "divided-twice.biases",
      imitation: epoch(TinyEpoch.Way(dividesBiasesTwice: true))),
    KnownMistake(
      "first-batch-only.step", imitation: epoch(TinyEpoch.Way(steps: 1))),
    KnownMistake(
      "softmax-twice.gradient",
      imitation: epoch(TinyEpoch.Way(gradient: .twice))),
    KnownMistake(
      "softmax-twice.loss-gradient",
      imitation: epoch(TinyEpoch.Way(gradient: .ofLossTwice))),
    KnownMistake(
      "softmax-twice.loss",
      imitation: epoch(TinyEpoch.Way(lossTakesProbabilities: true))),
    KnownMistake(
      "gradients-not-cleared",
      imitation: epoch(TinyEpoch.Way(accumulatesGradients: true))),
    KnownMistake("no-batch-counted") {
      (
        _: [UInt8], _: [UInt8], _: Int, _: [Int], w: Tensor, b: Tensor, _: Float
      ) in
      WireValue.list([.tensor(w), .tensor(b), .float(.nan), .float(.nan)])
    },
    KnownMistake(
      "parameters-unchanged",
      imitation: epoch(TinyEpoch.Way(directions: (0, 0)), wrongParts: 0..<2)),
    KnownMistake(
      "short-batch-dropped",
      imitation: epoch(TinyEpoch.Way(dropsShortBatches: true))),
  ]
  + [
    ("ascent", (1, 1)), ("ascent", (1, -1)), ("ascent", (-1, 1)),
    ("parameters-unchanged", (0, 0)), ("biases-not-updated", (-1, 0)),
  ].map { (key: String, directions: (Double, Double)) in
    KnownMistake(
      key, imitation: epoch(TinyEpoch.Way(directions: directions)))
  }
  + notCarriedOver
  + [
    ("rate-ignored", 1.0), ("rate-fixed", 0.1),
  ].flatMap { (key: String, rate: Double) in
    // In the step of the weights, of the biases, or of both.
    let both: [(Double?, Double?)] = [(rate, rate), (rate, nil), (nil, rate)]
    return both.map { rates in
      KnownMistake(key, imitation: epoch(TinyEpoch.Way(rates: rates)))
    }
  }
  + [
    ("mean-of-means", TinyEpoch.Way(average: .ofBatches)),
    ("last-batch-only", TinyEpoch.Way(average: .ofLastBatch)),
    ("sum-for-mean", TinyEpoch.Way(average: .none)),
    ("measured-after", TinyEpoch.Way(measured: .after)),
    ("measured-at-end", TinyEpoch.Way(measured: .atEnd)),
  ].flatMap { key, way in
    // The mistake may be made in the loss, in the accuracy, or in both.
    [2..<3, 3..<4].map {
      KnownMistake(key, imitation: epoch(way, wrongParts: $0))
    }
  }

/// Each batch starts with the parameters that came in, or only its step does.
private let notCarriedOver: [KnownMistake] = [true, false].flatMap { anew in
  [
    ("not-carried-over", (true, true)),
    ("not-carried-over.weights", (true, false)),
    ("not-carried-over.biases", (false, true)),
  ].map { (key: String, parts: (Bool, Bool)) in
    KnownMistake(
      key,
      imitation: epoch(TinyEpoch.Way(startsAnew: parts, measuresAnew: anew)))
  }
}
