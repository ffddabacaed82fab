package import Checks
internal import Datasets
internal import Tensors
internal import Wire

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// What "right" means for lesson 07.
package let scratchChecks = ExerciseChecks(
  lesson: "softmax-scratch", hints: scratchHints,
  initialChecks + modelChecks + epochChecks + evaluationChecks + [trains])

// MARK: - The parameters

private let initialChecks: [Check] = [
  Check(
    "initial-shapes", "weights of shape [784, 10], biases of shape [10]",
    of: initialParameters, section: "the-parameters", seconds: 10
  ) { examination in
    let call = InitialCall(seed: examination.random.next())
    let received = try call.answer(examination)
    guard let parameters = Parameters(received) else {
      return call.failure(
        "there should be two tensors, of shapes [784, 10] and [10]",
        expected: "shapes [784, 10] and [10]", received)
    }
    guard parameters.b.values.allSatisfy({ $0 == 0 }) else {
      return call.failure(
        "The biases should all be 0: nothing speaks for one class before "
          + "the first picture.",
        expected: "biases of 0", received, mistake: "biases-not-zero")
    }
    return nil
  },
  Check(
    "initial-spread", "weights of mean 0 and standard deviation 0.01",
    of: initialParameters, section: "the-parameters", seconds: 10
  ) { examination in
    let call = InitialCall(seed: examination.random.next())
    let received = try call.answer(examination)
    guard let w = Parameters(received)?.w.values.map(Double.init) else {
      return call.failure(
        "there should be two tensors, of shapes [784, 10] and [10]",
        expected: "shapes [784, 10] and [10]", received)
    }
    let mean = w.reduce(0, +) / Double(w.count)
    let variance =
      w.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(w.count)
    let deviation = variance.squareRoot()
    // Of 7,840 deviates the mean lies within 1.1e-4 of 0 and the standard
    // deviation within 8e-5 of 0.01 as a rule; six times that is never seen.
    if mean.magnitude <= 7e-4 && (deviation - 0.01).magnitude <= 5e-4 {
      return nil
    }
    let found = spreadMistakes.first { $0.fits(mean, deviation) }
    return call.failure(
      found?.explanation
        ?? "the mean is \(mean) and the standard deviation \(deviation)",
      expected: "mean 0, standard deviation 0.01",
      received: "mean \(mean), standard deviation \(deviation)",
      mistake: found?.id)
  },
  Check(
    "initial-seed", "the same weights for the same seed, others for another",
    of: initialParameters, section: "the-parameters", seconds: 10
  ) { examination in
    let call = InitialCall(seed: examination.random.next() / 2)
    let first = try call.answer(examination)
    if try call.answer(examination) != first {
      return call.failure(
        "The same seed gave other weights the second time. Make a "
          + "SeededGenerator(seed: seed) and draw from it alone.",
        expected: "the same weights for the same seed",
        received: "other weights", mistake: "not-repeatable")
    }
    let other = InitialCall(seed: call.seed + 1)
    if try other.answer(examination) == first {
      return other.failure(
        "Another seed gave the same weights: hand the seed to the generator.",
        expected: "other weights for another seed",
        received: "the same weights", mistake: "seed-ignored")
    }
    return nil
  },
]

/// A call of `initialParameters`, and how it may fail.
private struct InitialCall {
  let seed: UInt64

  func answer(_ examination: Examination) throws -> WireValue {
    try examination.call(initialParameters.name, arguments(seed))
  }

  func failure(
    _ message: String, expected: String, _ received: WireValue,
    mistake: String? = nil
  ) -> Failure {
    failure(
      message, expected: expected, received: summary(of: received),
      mistake: mistake)
  }

  func failure(
    _ message: String, expected: String, received: String,
    mistake: String? = nil
  ) -> Failure {
    Failure(
      message,
      counterexample: Counterexample(
        arguments: "initialParameters(seed: \(seed))", expected: expected,
        received: received),
      mistake: mistake, section: "the-parameters")
  }
}

/// A wrong spread of the weights.
private struct SpreadMistake: Sendable {
  let id: String
  let explanation: String
  let fits: @Sendable (_ mean: Double, _ deviation: Double) -> Bool
}

private let spreadMistakes = [
  SpreadMistake(
    id: "all-equal",
    explanation: "The weights are all the same number; draw each of them at "
      + "random."
  ) { _, deviation in deviation == 0 },
  SpreadMistake(
    id: "variance-for-deviation",
    explanation: "The variance of your weights is 0.01; the standard "
      + "deviation should be, which makes a variance of 0.0001."
  ) { mean, deviation in
    mean.magnitude < 7e-3 && (deviation - 0.1).magnitude < 5e-3
  },
  SpreadMistake(
    id: "standard-normal",
    explanation: "The standard deviation of your weights is 1; pass "
      + "standardDeviation: 0.01."
  ) { mean, deviation in
    mean.magnitude < 7e-2 && (deviation - 1).magnitude < 5e-2
  },
]

// MARK: - The model

private let modelChecks: [Check] = [
  modelCheck("model-agreement", "softmax of the scores of each image") { 3 },
  modelCheck("model-one", "right for a single image") { 1 },
  modelCheck("model-many", "right for 100 images") { 100 },
]

private func modelCheck(
  _ id: String, _ title: String, count: @escaping @Sendable () -> Int
) -> Check {
  Check(id, title, of: model, section: "the-model", seconds: 10) {
    examination in
    let data = examination.random.pictures(count: count())
    let (w, b) = examination.random.parameters()
    let x = data.batch(Array(0..<data.count)).x
    let received = try examination.call(model.name, arguments(x, w, b))
    let scores = data.scores(w, b)
    let expected = WireValue.tensor(Tensor(scores.map(shares)))
    // A score is a sum of 784 products in Float: right to 1e-5.
    let tolerance = Tolerance(relative: 1e-4, absolute: 1e-6)
    guard
      let words = difference(of: received, from: expected, within: tolerance)
    else { return nil }
    let mistake = modelMistakes.first { mistake in
      let imitated = WireValue.tensor(
        mistake.imitation(data.scores(w, b), b.values.map(Double.init)))
      return difference(
        of: received, from: imitated, within: tolerance, nanEqualsNaN: true)
        == nil
    }
    return Failure(
      mistake?.explanation ?? words,
      counterexample: Counterexample(
        arguments: "model(x, w, b) with x of shape \(x.shape)",
        expected: summary(of: expected), received: summary(of: received)),
      mistake: mistake?.id, section: "the-model")
  }
}

/// A wrong model, as a function of the right scores and the biases.
private struct ModelMistake: Sendable {
  let id: String
  let explanation: String
  let imitation: @Sendable ([[Double]], [Double]) -> Tensor
}

private let modelMistakes = [
  ModelMistake(
    id: "scores-returned",
    explanation: "You returned the scores; the model gives probabilities, "
      + "softmax of the scores."
  ) { scores, _ in Tensor(scores.map { $0.map(Float.init) }) },
  ModelMistake(
    id: "biases-forgotten",
    explanation: "You left the biases out: the scores are xW + b."
  ) { scores, b in
    Tensor(scores.map { row in shares(zip(row, b).map { $0 - $1 }) })
  },
  ModelMistake(
    id: "biases-outside",
    explanation: "You added the biases to the probabilities; they belong to "
      + "the scores, inside softmax."
  ) { scores, b in
    Tensor(
      scores.map { row in
        zip(shares(zip(row, b).map { $0 - $1 }), b).map { $0 + Float($1) }
      })
  },
  ModelMistake(
    id: "softmax-twice",
    explanation: "You took softmax twice; once makes probabilities."
  ) { scores, _ in
    Tensor(scores.map { shares(shares($0).map(Double.init)) })
  },
]

// MARK: - One epoch

private let epochChecks: [Check] = [
  epochCheck(
    "epoch-step", "one batch: a step against the gradient of the mean loss",
    section: "one-step-down", images: 4, size: 4, trials: 2),
  epochCheck(
    "epoch-batches", "several batches, each from where the last one ended",
    section: "one-epoch", images: 8, size: 4, trials: 2),
  epochCheck(
    "epoch-short-batch", "right with a last batch that is not full",
    section: "one-epoch", images: 11, size: 4, trials: 3),
]

private func epochCheck(
  _ id: String, _ title: String, section: String, images: Int, size: Int,
  trials: Int
) -> Check {
  Check(id, title, of: trainEpoch, section: section, seconds: 10) {
    examination in
    for trial in 0..<trials {
      // More pictures than are used, in an order of their own.
      let data = examination.random.pictures(count: images + 2)
      let order = Array(
        examination.random.permutation(of: data.count).prefix(images))
      let (w, b) = examination.random.parameters()
      let epoch = TinyEpoch(
        data: data, size: size, order: order, w: w, b: b,
        learningRate: trial % 2 == 0 ? 0.5 : 0.1)
      let received = try examination.call(
        trainEpoch.name,
        arguments(
          data.images, data.labels, size, order, w, b, epoch.learningRate))
      if let failure = epoch.failure(of: received) { return failure }
    }
    return nil
  }
}

extension TinyEpoch {
  /// What is wrong with a result, if anything is.
  func failure(of received: WireValue) -> Failure? {
    let expected = run()
    // A few steps in Float: some 1e-6 for weights and losses around 1.
    let tolerance = Tolerance(relative: 1e-4, absolute: 1e-5)
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

  private func failure(
    _ message: String, _ expected: WireValue, _ received: WireValue,
    _ mistake: EpochMistake? = nil
  ) -> Failure {
    Failure(
      message,
      counterexample: Counterexample(
        arguments: "trainEpoch(batches, w, b, learningRate: \(learningRate)) "
          + "with \(order.count) images in batches of \(size)",
        expected: summary(of: expected), received: summary(of: received)),
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

/// An epoch small enough to be computed number by number, in Double.
private struct TinyEpoch {
  /// How the epoch is gone through: rightly, or with a mistake.
  struct Way: Sendable {
    enum Divisor: Sendable { case batch, one, size, all, squared }
    enum Average: Sendable { case ofExamples, ofBatches, ofLastBatch, none }

    var divisor = Divisor.batch
    var direction = -1.0
    var accumulatesGradients = false
    var updatesW = true
    var updatesB = true
    var startsAnew = false
    var average = Average.ofExamples
    var measuresAfter = false
  }

  let data: FashionMNIST
  let size: Int
  let order: [Int]
  let w: Tensor
  let b: Tensor
  let learningRate: Float

  /// The weights, biases, loss and accuracy at the end.
  func run(_ way: Way = Way()) -> WireValue {
    let start = LinearModel(w, b)
    var current = start
    var slope = LinearModel()
    var measured: [(loss: Double, right: Int, count: Int)] = []
    for first in stride(from: 0, to: order.count, by: size) {
      let batch = order[first..<min(first + size, order.count)]
      if way.startsAnew { current = start }
      if !way.measuresAfter { measured.append(current.measure(data, batch)) }
      if !way.accumulatesGradients { slope = LinearModel() }
      let n = Double(batch.count)
      let divisor =
        switch way.divisor {
        case .batch: n
        case .one: 1.0
        case .size: Double(size)
        case .all: Double(order.count)
        case .squared: n * n
        }
      slope.add(current.slope(data, batch), times: 1 / divisor)
      let step = way.direction * Double(learningRate)
      current.add(
        slope, times: step, weights: way.updatesW, biases: way.updatesB)
      if way.measuresAfter { measured.append(current.measure(data, batch)) }
    }
    let means = measured.map {
      (
        loss: $0.loss / Double($0.count),
        accuracy: Double($0.right) / Double($0.count)
      )
    }
    let total = measured.reduce((loss: 0.0, right: 0.0)) {
      ($0.loss + $1.loss, $0.right + Double($1.right))
    }
    let (loss, accuracy) =
      switch way.average {
      case .ofExamples:
        (total.loss / Double(order.count), total.right / Double(order.count))
      case .ofBatches:
        (
          means.reduce(0) { $0 + $1.loss } / Double(means.count),
          means.reduce(0) { $0 + $1.accuracy } / Double(means.count)
        )
      case .ofLastBatch: (means.last?.loss ?? 0, means.last?.accuracy ?? 0)
      case .none: (total.loss, total.right)
      }
    return .list([
      .tensor(Tensor(current.w.map(Float.init), shape: [784, 10])),
      .tensor(Tensor(current.b.map(Float.init))),
      .float(Float(loss)), .float(Float(accuracy)),
    ])
  }
}

/// Weights and biases in Double; also their gradients.
private struct LinearModel {
  var w = [Double](repeating: 0, count: 7_840)
  var b = [Double](repeating: 0, count: 10)

  init() {}

  init(_ w: Tensor, _ b: Tensor) {
    self.w = w.values.map(Double.init)
    self.b = b.values.map(Double.init)
  }

  mutating func add(
    _ other: LinearModel, times factor: Double, weights: Bool = true,
    biases: Bool = true
  ) {
    if weights { for k in w.indices { w[k] += factor * other.w[k] } }
    if biases { for k in b.indices { b[k] += factor * other.b[k] } }
  }

  /// The score of each class for one picture.
  func scores(_ data: FashionMNIST, _ example: Int) -> [Double] {
    var scores = b
    for k in 0..<784 {
      let pixel = Double(data.images[example * 784 + k]) / 255
      if pixel == 0 { continue }
      for j in 0..<10 { scores[j] += pixel * w[k * 10 + j] }
    }
    return scores
  }

  /// The sum of the losses of a batch, and how many of it are right.
  func measure(
    _ data: FashionMNIST, _ batch: ArraySlice<Int>
  ) -> (loss: Double, right: Int, count: Int) {
    var (loss, right) = (0.0, 0)
    for example in batch {
      let scores = scores(data, example)
      let label = Int(data.labels[example])
      let largest = scores.max() ?? 0
      loss += largest + log(scores.reduce(0) { $0 + exp($1 - largest) })
      loss -= scores[label]
      if scores[label] == largest { right += 1 }
    }
    return (loss, right, batch.count)
  }

  /// The gradient of the sum of the losses of a batch.
  func slope(_ data: FashionMNIST, _ batch: ArraySlice<Int>) -> LinearModel {
    var slope = LinearModel()
    for example in batch {
      let scores = scores(data, example)
      let largest = scores.max() ?? 0
      let exponentials = scores.map { exp($0 - largest) }
      let total = exponentials.reduce(0, +)
      var error = exponentials.map { $0 / total }
      error[Int(data.labels[example])] -= 1
      for j in 0..<10 { slope.b[j] += error[j] }
      for k in 0..<784 {
        let pixel = Double(data.images[example * 784 + k]) / 255
        if pixel == 0 { continue }
        for j in 0..<10 { slope.w[k * 10 + j] += pixel * error[j] }
      }
    }
    return slope
  }
}

// MARK: - Accuracy

private let evaluationChecks: [Check] = [
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
    id, title, of: evaluateAccuracy, section: "how-good-is-it", seconds: 10
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
        arguments: "evaluateAccuracy(batches, w, b) with \(images) images in "
          + "batches of 4, \(images - wrong) of them right",
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
    let pictures = random.pictures(count: images)
    let (w, b) = random.parameters()
    let model = LinearModel(w, b)
    let order = random.permutation(of: images)
    var labels = pictures.labels
    for (place, example) in order.enumerated() {
      let scores = model.scores(pictures, example)
      let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      labels[example] = UInt8(place < right ? best : (best + 1) % 10)
    }
    call = arguments(pictures.images, labels, 4, order, w, b)
  }

  var expected: WireValue { .float(Float(right) / Float(images)) }

  func answer(_ examination: Examination) throws -> WireValue {
    try examination.call(evaluateAccuracy.name, call)
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

// MARK: - Training for real

/// The whole: the learner's functions train on Fashion-MNIST.
///
/// Accuracies are counted here: on the test images from the classes that the
/// learner's model gave them, on the training images from the weights.
private let trains = Check(
  "trains", "learns to tell clothes apart", of: trainEpoch,
  section: "on-real-pictures", points: 5, seconds: 120
) { examination in
  let data = try examination.dataset()
  let isFull = data.train.count >= FashionMNIST.Part.train.fullCount
  let plan = TrainingPlan(
    epochs: isFull ? 5 : 10, isFull: isFull,
    seed: examination.random.next() >> 1)
  var epochs: [EpochMetrics] = []
  var reported = 0
  var unfit: Failure?
  let result = try examination.call(
    "train", plan.arguments(for: data)
  ) { name, value throws(WireError) in
    reported += 1
    let event = try EpochEvent(
      name, value, epoch: reported, images: data.test.count)
    guard event.isFinite else {
      unfit =
        unfit
        ?? plan.failure(
          "the loss or the accuracy of epoch \(event.epoch) is not a number",
          expected: "finite numbers",
          received: "loss \(event.loss), accuracy \(event.accuracy)")
      return
    }
    let right = zip(event.classes, data.test.labels).count { $0 == $1 }
    let metrics = EpochMetrics(
      epoch: event.epoch, loss: Double(event.loss),
      trainAccuracy: Double(event.accuracy),
      testAccuracy: Double(right) / Double(max(data.test.count, 1)))
    epochs.append(metrics)
    examination.record(metrics)
  }
  if let unfit { return unfit }
  guard epochs.count == plan.epochs, let last = epochs.last else {
    return plan.failure(
      "\(plan.epochs) epochs were asked for, \(epochs.count) were reported",
      expected: "\(plan.epochs) epochs", received: "\(epochs.count)")
  }
  guard let parameters = Parameters(result) else {
    return plan.failure(
      "training should end with weights of shape [784, 10] and biases of "
        + "shape [10]",
      expected: "shapes [784, 10] and [10]", received: summary(of: result))
  }
  let train = parameters.measured(on: data.train)
  return plan.verdict(
    loss: train.loss, trainAccuracy: train.accuracy,
    testAccuracy: last.testAccuracy)
}

/// How the learner's functions are asked to train.
private struct TrainingPlan {
  let epochs: Int
  let isFull: Bool
  let seed: UInt64
  let batchSize = 256
  let learningRate: Float = 0.1

  func arguments(for data: ClassificationData) -> [WireValue] {
    Checks.arguments(
      data.train.images, data.train.labels, data.test.images, epochs,
      batchSize, learningRate, seed)
  }

  /// The thresholds, written so that NaN fails each of them.
  ///
  /// A model of one linear layer reaches 0.82 to 0.84 on the full set, and
  /// 0.80 on the sample; a constant answer reaches 0.1. A training loss below
  /// 0.5 after five epochs is what the chapter behind the course asserts; on
  /// the sample ten epochs come to 0.59.
  func verdict(
    loss: Double, trainAccuracy: Double, testAccuracy: Double
  ) -> Failure? {
    if !(testAccuracy > 0.7 && testAccuracy <= 1) {
      return failure(
        "after \(epochs) epochs the accuracy on the test images should be "
          + "above 0.7, is \(testAccuracy)",
        expected: "above 0.7", received: "\(testAccuracy)")
    }
    if !(trainAccuracy > 0.7 && trainAccuracy <= 1) {
      return failure(
        "after \(epochs) epochs the accuracy on the training images should "
          + "be above 0.7, is \(trainAccuracy)",
        expected: "above 0.7", received: "\(trainAccuracy)")
    }
    if isFull && !(loss < 0.5) {
      return failure(
        "after \(epochs) epochs the mean loss of the training images should "
          + "be below 0.5, is \(loss)",
        expected: "below 0.5", received: "\(loss)")
    }
    return nil
  }

  func failure(
    _ message: String, expected: String, received: String
  ) -> Failure {
    Failure(
      message,
      counterexample: Counterexample(
        arguments: "\(epochs) epochs in batches of \(batchSize) at learning "
          + "rate \(learningRate), seed \(seed)",
        expected: expected, received: received),
      section: "on-real-pictures")
  }
}

/// The end of an epoch, as the learner's process tells it.
private struct EpochEvent {
  let epoch: Int
  let loss: Float
  let accuracy: Float
  let classes: [UInt8]

  var isFinite: Bool { loss.isFinite && accuracy.isFinite }

  init(
    _ name: String, _ value: WireValue, epoch: Int, images: Int
  ) throws(WireError) {
    guard name == "epoch", case .list(let parts) = value, parts.count == 4
    else { throw .malformed("not the end of an epoch") }
    self.epoch = try Int(wireValue: parts[0])
    loss = try Float(wireValue: parts[1])
    accuracy = try Float(wireValue: parts[2])
    classes = try [UInt8](wireValue: parts[3])
    guard self.epoch == epoch else {
      throw .malformed("epoch \(self.epoch) came in place of \(epoch)")
    }
    guard classes.count == images, classes.allSatisfy({ $0 < 10 }) else {
      throw .malformed("there must be one class below 10 for each test image")
    }
  }
}

/// Weights [784, 10] and biases [10], as they came.
private struct Parameters {
  let w: Tensor
  let b: Tensor

  init?(_ value: WireValue) {
    guard case .list(let parts) = value, parts.count == 2,
      parts[0].tensor.shape == [784, 10], parts[1].tensor.shape == [10]
    else { return nil }
    (w, b) = (parts[0].tensor, parts[1].tensor)
  }

  /// The mean loss and the accuracy, a thousand images at a time.
  func measured(on data: FashionMNIST) -> (loss: Double, accuracy: Double) {
    var (loss, right) = (0.0, 0)
    for (x, y) in MiniBatches(data, batchSize: 1_000) {
      let logits = x.reshaped([y.count, 784]).matmul(w) + b
      loss += logits.crossEntropy(y).values.reduce(0) { $0 + Double($1) }
      right += zip(logits.argmax(axis: 1), y).count { $0 == $1 }
    }
    let count = Double(max(data.count, 1))
    return (loss / count, Double(right) / count)
  }
}

// MARK: - Shared

private let initialParameters = handChecked("initialParameters(seed:)")
private let model = handChecked("model(_:_:_:)")
private let trainEpoch = handChecked("trainEpoch(_:_:_:learningRate:)")
private let evaluateAccuracy = handChecked("evaluateAccuracy(_:_:_:)")

/// A function whose checks are written out by hand: its arguments are too
/// large to be shown or made smaller, and need no reference here.
private func handChecked(_ name: String) -> Subject {
  Subject(
    name, axes: [],
    reference: { () throws -> WireValue in
      throw WireError.malformed("\(name) is checked by hand")
    })
}

/// A value in a few words: the first numbers and the shape of a large tensor.
private func summary(of value: WireValue) -> String {
  switch value {
  case .tensor(let tensor) where tensor.values.count > 40:
    "[\(tensor.values.prefix(4).map { "\($0)" }.joined(separator: ", ")), …] "
      + "of shape \(tensor.shape)"
  case .list(let values):
    values.map(summary).joined(separator: "; ")
  default: shown(value)
  }
}

/// Softmax of one row.
private func shares(_ scores: [Double]) -> [Float] {
  let largest = scores.max() ?? 0
  let exponentials = scores.map { exp($0 - largest) }
  let total = exponentials.reduce(0, +)
  return exponentials.map { Float($0 / total) }
}

extension FashionMNIST {
  /// The scores of all pictures.
  fileprivate func scores(_ w: Tensor, _ b: Tensor) -> [[Double]] {
    let model = LinearModel(w, b)
    return (0..<count).map { model.scores(self, $0) }
  }
}

extension SeededGenerator {
  /// Made-up pictures, one pixel in eight lit, with labels at random.
  fileprivate mutating func pictures(count: Int) -> FashionMNIST {
    let images = (0..<count * 784).map { _ in
      below(8) == 0 ? UInt8(below(256)) : 0
    }
    return FashionMNIST(
      images: images, labels: (0..<count).map { _ in UInt8(below(10)) })
  }

  /// Weights and biases large enough for the classes to differ.
  fileprivate mutating func parameters() -> (w: Tensor, b: Tensor) {
    let w = Tensor.normal(
      standardDeviation: 0.1, shape: [784, 10], using: &self)
    let b = Tensor.normal(standardDeviation: 0.5, shape: [10], using: &self)
    return (w, b)
  }
}
