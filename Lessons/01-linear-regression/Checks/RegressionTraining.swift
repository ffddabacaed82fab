internal import Checks
internal import Datasets
internal import References
internal import Tensors
internal import Wire

// The training loop: its reference, known mistakes and checks.

let trainRegressionSubject = Subject(
  "trainRegression(_:_:batches:epochs:learningRate:)",
  axes: ["nd", "n", "", "", ""], freedom: trainingFreedom,
  reference: way(.init()), mistakes: trainingMistakes,
  telling: { random, number in
    random.training(
      examples: 7, features: 2,
      sizes: [[3, 2, 1], [2, 2, 2], [1, 3, 2]][number % 3],
      epochs: 2 + number % 2, rate: [0.05, 0.1, 0.15][number % 3])
  },
  promises: { values in
    guard let batches = try? [[Int]](wireValue: values[2]) else { return false }
    return batches.joined().allSatisfy { $0 < values[0].tensor.shape[0] }
  },
  parts: ["w", "b", "losses"],
  display: Display(value: shownFit) {
    (x: Tensor, y: Tensor, batches: [[Int]], epochs: Int, rate: Float) in
    shownCall(
      of: "trainRegression(_:_:batches:epochs:learningRate:)",
      arguments(x, y, batches, epochs, rate))
  })

/// The result as the tuple that it is for the learner.
@Sendable private func shownFit(_ value: WireValue) -> String {
  guard case .list(let parts) = value, parts.count == 3 else {
    return shown(value)
  }
  return "(w: \(shown(parts[0])), b: \(shown(parts[1])), "
    + "losses: \(shown(parts[2])))"
}

private typealias Way = RegressionLoop.Way

private func way(
  _ way: Way
) -> @Sendable (Tensor, Tensor, [[Int]], Int, Float) -> WireValue {
  { x, y, batches, epochs, rate in
    RegressionLoop(x, y, batches: batches, epochs: epochs, learningRate: rate)
      .run(way)
  }
}

private let trainingMistakes =
  [
    ("ascent.train", Way { $0.directions = (1, 1) }),
    ("bias-not-updated", Way { $0.directions = (-1, 0) }),
    ("weights-not-updated", Way { $0.directions = (0, -1) }),
    ("nothing-updated", Way { $0.directions = (0, 0) }),
    ("batches-ignored", Way { $0.batches = .all }),
    ("batches-ignored", Way { $0.batches = .allForEach }),
    ("first-batch-only", Way { $0.batches = .first }),
    ("last-batch-only", Way { $0.batches = .last }),
    ("batches-reversed", Way { $0.batches = .reversed }),
    ("not-carried-over", Way { $0.restart = .batch }),
    ("epochs-start-anew", Way { $0.restart = .epoch }),
    ("rate-ignored.train", Way { $0.rate = 1 }),
    ("rate-fixed", Way { $0.rate = 0.03 }),
    ("rate-fixed", Way { $0.rate = 0.1 }),
    ("one-epoch", Way { $0.epochs = 1 }),
    ("sum-of-gradients", Way { $0.divisor = .one }),
    ("divided-by-first", Way { $0.divisor = .first }),
    ("divided-by-all", Way { $0.divisor = .all }),
    ("divided-twice.train", Way { $0.divisor = .squared }),
    ("one-after-another", Way { $0.isOneAfterAnother = true }),
    ("starts-at-one", Way { $0.start = 1 }),
    ("losses-before", Way { $0.losses = .before }),
    ("losses-summed", Way { $0.losses = .summed }),
    ("losses-not-halved", Way { $0.losses = .notHalved }),
    ("losses-of-last-batch", Way { $0.losses = .ofLastBatch }),
    ("losses-per-batch", Way { $0.losses = .beforeEachStep }),
    ("losses-while-training", Way { $0.losses = .whileTraining }),
    ("losses-while-training.after", Way { $0.losses = .ofBatches }),
    ("losses-at-end", Way { $0.losses = .atEnd }),
    ("losses-with-start", Way { $0.losses = .withStart }),
  ].map { (key: String, mistake: Way) in
    KnownMistake(key, imitation: way(mistake))
  } + [
    KnownMistake("one-epoch-too-many") {
      (x: Tensor, y: Tensor, batches: [[Int]], epochs: Int, rate: Float) in
      way(.init())(x, y, batches, epochs + 1, rate)
    }
  ]

private let trainingFreedom = [
  FreeDimension("examples", [1, 2, 3, .above(255), .above(65_535)]) {
    (x: Tensor, _: Tensor, _: [[Int]], _: Int, _: Float) in x.shape[0]
  },
  FreeDimension("features", [1, 2, 3, .above(255), .above(65_535)]) {
    (x: Tensor, _: Tensor, _: [[Int]], _: Int, _: Float) in x.shape[1]
  },
  FreeDimension("batches", [1, 2, 3, .above(255)]) {
    (_: Tensor, _: Tensor, batches: [[Int]], _: Int, _: Float) in batches.count
  },
  FreeDimension("a batch's size", [1, 2, 3, .above(255), .above(65_535)]) {
    (_: Tensor, _: Tensor, batches: [[Int]], _: Int, _: Float) in
    batches.map { Double($0.count) }
  },
  FreeDimension("epochs", [1, 2, 3, .above(255)]) {
    (_: Tensor, _: Tensor, _: [[Int]], epochs: Int, _: Float) in epochs
  },
  FreeDimension(
    "the learning rate",
    [0, .within(1e-7...1e-5), .within(0.01...0.9), .above(1)]
  ) { (_: Tensor, _: Tensor, _: [[Int]], _: Int, rate: Float) in
    [Double(rate)]
  },
  FreeDimension("a feature's magnitude", regressionMagnitudes) {
    (x: Tensor, _: Tensor, _: [[Int]], _: Int, _: Float) in magnitudes(of: x)
  },
  FreeDimension("a label's magnitude", regressionMagnitudes) {
    (_: Tensor, y: Tensor, _: [[Int]], _: Int, _: Float) in magnitudes(of: y)
  },
  FreeDimension("a last batch that is shorter, or longer", [-1, 1]) {
    (_: Tensor, _: Tensor, batches: [[Int]], _: Int, _: Float) in
    guard let first = batches.first, let last = batches.last else { return [] }
    return [Double((last.count - first.count).signum())]
  },
  FreeDimension("a row in no batch") {
    (x: Tensor, _: Tensor, batches: [[Int]], _: Int, _: Float) in
    Set(batches.joined()).count < x.shape[0]
  },
  FreeDimension("a row in two batches") {
    (_: Tensor, _: Tensor, batches: [[Int]], _: Int, _: Float) in
    batches.count > 1 && Set(batches[0]).intersection(batches[1]).count > 0
  },
  FreeDimension("a row twice in a batch") {
    (_: Tensor, _: Tensor, batches: [[Int]], _: Int, _: Float) in
    batches.contains { Set($0).count < $0.count }
  },
]

let trainRegressionChecks: [Check] = [
  training("train-start", rates: [0], [(5, 2, [2, 2], 1), (3, 1, [3], 3)]),
  training("train-step", [(4, 2, [4], 1), (3, 1, [3], 1), (5, 3, [5], 1)]),
  training(
    "train-batches",
    [(6, 2, [2, 2, 2], 1), (6, 1, [3, 3], 1), (9, 2, [3, 3, 3], 1)]
  ),
  training(
    "train-unequal",
    [(7, 2, [3, 3, 1], 1), (6, 1, [1, 2, 3], 1), (8, 3, [5, 3], 1)]),
  training(
    "train-epochs", [(6, 2, [3, 3], 2), (7, 1, [3, 2, 2], 3), (5, 2, [5], 4)]),
  training(
    "train-any-rows",
    [(8, 2, [2, 3], 2), (9, 1, [4, 1], 1)],
    changing: { batches in
      // A row in two batches, and a row twice in one.
      batches[1].append(batches[0][0])
      batches[0].append(batches[0][0])
    }),
  training(
    "train-edges",
    [(1, 1, [1], 1), (2, 1, [2], 2), (2, 2, [1, 1], 1), (3, 3, [3], 1)]),
  training(
    "train-large-step", rates: [1.5, 3.25], [(3, 1, [3], 1), (4, 2, [2], 1)]),
  training(
    "train-long", rates: [0.05],
    [
      (4, 1, [3], 300), (300, 2, .init(repeating: 1, count: 300), 1),
      (300, 1, [290, 10], 2),
    ]),
  .agrees(
    "train-sizes", trainRegressionSubject,
    within: Tolerance(relative: 1e-4, absolute: 0), section: loop, trials: 6
  ) { random, number in
    let sizes: [(Float, Float)] = [
      (1e-6, 1), (1e6, 1), (1, 1e-6), (1, 1e6), (1, 100), (1e-6, 1e-6),
    ]
    let (size, x) = sizes[number % sizes.count]
    return random.training(
      examples: 3 + number % 3, features: 1 + number % 3, ofSize: size,
      featuresOfSize: x)
  },
  // The mean of so many losses in Float is accurate to a thousandth.
  .agrees(
    "train-many", trainRegressionSubject,
    within: Tolerance(relative: 1e-3, absolute: 1e-5), section: loop,
    trials: 3, seconds: 10
  ) { random, number in
    number == 0
      ? random.largeBatch()
      : random.training(
        examples: 3, features: number == 1 ? 290 : 65_600, ofSize: 1,
        featuresOfSize: 1)
  },
  recovers,
]

private func training(
  _ id: String, rates: [Float] = [0.05, 0.1, 0.15],
  _ cases: [(examples: Int, features: Int, sizes: [Int], epochs: Int)],
  changing change: @escaping @Sendable (inout [[Int]]) -> Void = { _ in }
) -> Check {
  // A few hundred steps in Float, each accurate to 1e-6; the rounding of early
  // steps hardly affects the result.
  .agrees(
    id, trainRegressionSubject,
    within: Tolerance(relative: 2e-5, absolute: 2e-5),
    section: loop, trials: 2 * cases.count, seconds: 10
  ) { random, number in
    let one = cases[number % cases.count]
    var values = random.training(
      examples: one.examples, features: one.features, sizes: one.sizes,
      epochs: one.epochs, rate: rates[number % rates.count])
    if var batches = try? [[Int]](wireValue: values[2]) {
      change(&batches)
      values[2] = batches.wireValue
    }
    return values
  }
}

/// Trains on data whose true weights are known.
///
/// There are three epochs of 100 steps. Each step shrinks the error of the
/// weights by about 3%, so that about 1e-4 of it is left; the noise of 0.01, on
/// ten examples per step, then keeps them within about 1e-3. No correct
/// solution is off by 0.01, and few wrong ones are closer.
private let recovers = Check(
  "recovers", of: trainRegressionSubject, section: loop, points: 3, seconds: 20
) { examination in
  let truth: [Float] = [2, -3.4, 4.2]
  let (x, y) = syntheticRegression(
    weights: [2, -3.4], bias: 4.2, count: 1_000, noise: 0.01,
    using: &examination.random)
  let order = examination.random.permutation(of: 1_000)
  let batches = stride(from: 0, to: 1_000, by: 10).map {
    Array(order[$0..<$0 + 10])
  }
  let words = "1,000 examples, batches of 10, 3 epochs, learning rate 0.03"
  let received = try examination.call(
    trainRegressionSubject.name, arguments(x, y, batches, 3, Float(0.03)),
    shownAs: words)
  guard case .list(let parts) = received, parts.count == 3 else { return nil }
  let (w, b) = (parts[0].tensor, parts[1].tensor)
  let found = w.values + b.values
  // Not `contains`, so that NaN is found.
  let isClose = zip(found, truth).allSatisfy { ($0 - $1).magnitude <= 0.01 }
  if found.count == 3, isClose { return nil }
  return Failure(
    .sentence("recovers", ["w": w.values, "b": b.values]),
    counterexample: Counterexample(
      arguments: words, expected: "about \(truth)", received: "\(found)"))
}

private let loop = "the-loop"
