internal import Checks
internal import References
internal import Tensors
internal import Wire

// MARK: - The loss

private let makeLoss = Subject(
  "makeLoss()", axes: ["nq", "n<q"],
  reference: { (logits: Tensor, labels: [Int]) in
    logits.crossEntropy(labels).sum() / Float(labels.count)
  },
  mistakes: lossMistakes, asking: "loss",
  display: Display(value: { shown($0) }) { (logits: Tensor, labels: [Int]) in
    "makeLoss()(\(shown(.tensor(logits))), \(labels))"
  })

private let reduction = "one-number-for-a-batch"

let lossChecks: [Check] = [
  lossCheck("loss-mean") { random, n in
    let rows = [4, 1, 5, 300][n % 4]
    return random.scores(rows: rows, columns: 5)
  },
  lossCheck("loss-large") { random, n in
    let n = n % 4
    return random.scores(rows: 3 + n, columns: 2 + n) * [300, 1e-6, 1, 3e5][n]
  },
  lossCheck("loss-classes") { random, n in
    let q = [10, 10, 3, 300][n % 4]
    return random.scores(rows: q, columns: q)
  },
  // The cost of any smoothing would be as large as the scores.
  lossCheck("loss-certain", raising: 1e5) { random, n in
    random.scores(rows: 4 + n % 4, columns: 3) * 0
  },
]

private func lossCheck(
  _ id: String, raising surplus: Float = 0,
  logits: @escaping @Sendable (inout SeededGenerator, Int) -> Tensor
) -> Check {
  // A few sums in Float of numbers up to 1,000.
  .agrees(
    id, makeLoss, within: Tolerance(relative: 1e-5, absolute: 1e-5),
    section: reduction, trials: 4
  ) { random, number in
    var logits = logits(&random, number)
    let (n, q) = (logits.shape[0], logits.shape[1])
    // The labels cycle through the classes, so that each class is the label of
    // some row and the rows have different labels.
    let first = random.below(q)
    let labels = (0..<n).map { (first + $0) % q }
    for (i, label) in labels.enumerated() { logits[i, label] += surplus }
    return arguments(logits, labels)
  }
}

private let lossMistakes: [KnownMistake] =
  [
    KnownMistake("sum-reduction") { (logits: Tensor, labels: [Int]) in
      logits.crossEntropy(labels).sum()
    },
    KnownMistake("no-reduction") { (logits: Tensor, labels: [Int]) in
      logits.crossEntropy(labels)
    },
  ] + smoothings + ignoredClasses

private let smoothings = [
  Float(0.1), 0.05, 0.2, 0.01, 0.5, 0.3, 1, 0.02, 0.001, 1e-4, 1e-5, 1e-6,
].map { smoothing in
  KnownMistake("label-smoothing", ["share": smoothing]) {
    (logits: Tensor, labels: [Int]) in
    let even = -logits.logSoftmax().mean(axis: 1)
    let losses = logits.crossEntropy(labels)
    return (losses * (1 - smoothing) + even * smoothing).sum()
      / Float(labels.count)
  }
}

private let ignoredClasses = (0..<10).map { ignored in
  KnownMistake("class-ignored", ["label": ignored]) {
    (logits: Tensor, labels: [Int]) in
    let counted = labels.count { $0 != ignored }
    return logits.crossEntropy(labels, ignoring: ignored).sum()
      / Float(max(counted, 1))
  }
}

// MARK: - The optimizer

private let makeOptimizer = concise("makeOptimizer(for:)")
private let steps = "the-optimiser"

let stepChecks: [Check] = [
  stepCheck("step-one", count: 1),
  stepCheck("step-several", count: 3),
  stillCheck(
    "step-still", after: "and large weights"
  ) { random in
    // Only weight decay moves these, and far enough to be noticed.
    Walk(count: 1, &random).withoutSlopes
  },
  stillCheck(
    "step-forgotten", after: "after one with a gradient of 1,000,000"
  ) { random in
    Walk(count: 1, &random).stopping
  },
]

private func stepCheck(_ id: String, count: Int) -> Check {
  Check(id, of: makeOptimizer, section: steps) { examination in
    for (trial, scale) in [Float(1), 1e6, 1e-6, 1].enumerated() {
      let shape = [(3, 2), (1, 1), (2, 5), (300, 1)][trial]
      let walk = Walk(
        count: count, shape: shape, scale: scale, &examination.random)
      let received = try walk.answer(examination)
      let expected = walk.end(learningRate: 0.1)
      // A few steps in Float between numbers of a few units.
      let tolerance = Tolerance(relative: 1e-5, absolute: 1e-5 * Double(scale))
      guard
        let words = difference(of: received, from: expected, within: tolerance)
      else { continue }
      let found = try walk.mistake(of: received, examination)
      return walk.failure(
        found ?? .words(words), counted(count, "step"), expected, received)
    }
    return nil
  }
}

/// Checks that the last step of a walk changes nothing at all.
private func stillCheck(
  _ id: String, after words: String,
  walk: @escaping @Sendable (inout SeededGenerator) -> Walk
) -> Check {
  Check(id, of: makeOptimizer, section: steps) { examination in
    let walk = walk(&examination.random)
    let expected =
      walk.count == 1
      ? WireValue.list(walk.parameters.map { .tensor($0) })
      : try walk.shorter.answer(examination)
    let received = try walk.answer(examination)
    guard
      let difference = difference(
        of: received, from: expected, within: .exact)
    else { return nil }
    let found = try walk.mistake(of: received, examination)
    return walk.failure(
      found ?? .words(difference), "a step with a gradient of 0 \(words)",
      expected, received)
  }
}

/// Optimizer steps from some parameters, each with gradients of its own.
private struct Walk {
  let parameters: [Tensor]
  let gradients: [[Tensor]]

  var count: Int { gradients.count }

  init(
    count: Int, shape: (rows: Int, columns: Int) = (3, 2), scale: Float = 1,
    _ random: inout SeededGenerator
  ) {
    func numbers() -> [Tensor] {
      [
        random.scores(rows: shape.rows, columns: shape.columns) * scale,
        random.vector(shape.columns) * scale,
      ]
    }
    parameters = numbers()
    gradients = (0..<count).map { _ in numbers() }
  }

  private init(parameters: [Tensor], gradients: [[Tensor]]) {
    (self.parameters, self.gradients) = (parameters, gradients)
  }

  /// One step from parameters in the thousands with gradients of 0.
  var withoutSlopes: Walk {
    Walk(
      parameters: parameters.map { $0 * 1_000 },
      gradients: [parameters.map { $0 * 0 }])
  }

  /// A step with a large gradient, which ends near 0, and a step without a
  /// gradient, which reveals anything that is left of the first.
  var stopping: Walk {
    let steep = parameters.map { $0 * 1e6 }
    return Walk(
      parameters: steep.map { $0 * 0.1 },
      gradients: [steep, parameters.map { $0 * 0 }])
  }

  /// The walk without its last step.
  var shorter: Walk {
    Walk(parameters: parameters, gradients: gradients.dropLast())
  }

  func answer(_ examination: Examination) throws -> WireValue {
    try examination.call(
      "steps", arguments(parameters, gradients.flatMap(\.self)))
  }

  /// The end of a walk without momentum, by steps of p − η (g + λ p).
  func end(learningRate: Float, decay: Float = 0) -> WireValue {
    var current = parameters
    for gradient in gradients {
      current = zip(current, gradient).map {
        $0 - learningRate * ($1 + decay * $0)
      }
    }
    return .list(current.map { .tensor($0) })
  }

  func failure(
    _ remark: Remark, _ taken: String, _ expected: WireValue,
    _ received: WireValue
  ) -> Failure {
    let slopes = gradients.map { shown(.tensor($0[0])) }
    return Failure(
      remark,
      counterexample: Counterexample(
        arguments: "\(taken), starting at a weight of "
          + "\(shown(.tensor(parameters[0]))) with gradients of "
          + slopes.joined(separator: ", then "),
        expected: expected, received: received))
  }

  /// The setting that explains the end of the walk: a weight decay, a momentum,
  /// which moves on without a gradient, or a learning rate.
  func mistake(
    of received: WireValue, _ examination: Examination
  ) throws -> Remark? {
    if let decay = try decay(examination) {
      return .mistake("weight-decay", ["decay": decay])
    }
    let stopping = stopping
    if try stopping.answer(examination) != stopping.shorter.answer(examination)
    {
      return .mistake("momentum")
    }
    let first = Walk(parameters: parameters, gradients: [gradients[0]])
    let one = count == 1 ? received : try first.answer(examination)
    guard mismatch(of: one, with: first.end(learningRate: 0.1)) == nil,
      case .list(let ends) = one
    else { return nil }
    let moves = zip(parameters, ends).flatMap { ($0 - $1.tensor).values }
    let slopes = gradients[0].flatMap(\.values)
    if let rate = ratio(moves, slopes), rounded(rate) != 0.1 {
      return rate == 0
        ? .mistake("learning-rate.zero")
        : .mistake("learning-rate", ["rate": rounded(rate)])
    }
    return nil
  }

  /// The weight decay of the learner's optimizer; nil if there is none.
  private func decay(_ examination: Examination) throws -> Float? {
    let still = withoutSlopes
    guard case .list(let ends) = try still.answer(examination),
      ends.map(\.tensor.shape) == still.parameters.map(\.shape)
    else { return nil }
    let starts = still.parameters.flatMap(\.values)
    let moves = zip(starts, ends.flatMap(\.tensor.values)).map { $0 - $1 }
    let squares = starts.reduce(0) { $0 + $1 * $1 }
    let pull = zip(moves, starts).reduce(0) { $0 + $1.0 * $1.1 } / squares
    let digits = (pull / 0.1 * 1_000_000).rounded() / 1_000_000
    return digits > 0 ? digits : nil
  }
}

/// The factor that turns the second list into the first, if there is one.
private func ratio(_ a: [Float], _ b: [Float]) -> Float? {
  let squares = b.reduce(0) { $0 + $1 * $1 }
  guard a.count == b.count, squares > 0 else { return nil }
  let factor = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / squares
  let size = max(1, b.map(\.magnitude).max() ?? 0)
  let fits = zip(a, b).allSatisfy {
    ($0 - factor * $1).magnitude < 1e-4 * size
  }
  return fits ? factor : nil
}

private func rounded(_ number: Float) -> Float {
  (number * 10_000).rounded() / 10_000
}

extension SeededGenerator {
  /// Scores with mean 0 and standard deviation 2, rounded to 0.1, none of them
  /// 0.
  fileprivate mutating func scores(rows: Int, columns: Int) -> Tensor {
    vector(rows * columns).reshaped([rows, columns])
  }

  fileprivate mutating func vector(_ count: Int) -> Tensor {
    Tensor(
      (0..<count).map { _ in
        let tenths = (Float(normal()) * 20).rounded()
        return (tenths == 0 ? 1 : tenths) / 10
      })
  }
}
