internal import Checks
internal import References
internal import Tensors
internal import Wire

private let section = "the-loop"

/// Steps with the same batch, from given weights and biases.
let trainStep = Subject(
  "trainStep(_:_:_:loss:optimizer:)",
  axes: ["dq", "q", "nd", "n<q", "", ""], freedom: stepFreedom,
  reference: descent(), mistakes: stepMistakes(descent), telling: severalSteps,
  asking: "learn", parts: ["loss", "weights", "biases"],
  display: Display(value: { $0.summary }) {
    (w: Tensor, b: Tensor, x: Tensor, y: [Int], count: Int, settings: Tensor) in
    let (d, q) = (w.shape[0], w.shape[1])
    return "\(shownCalls(count, settings)), with the model Linear(\(d), \(q)), "
      + "its weight \(shown(.tensor(w))), its bias \(shown(.tensor(b))), "
      + "x = \(shown(.tensor(x))), y = \(shown(.integers(y)))"
  })

/// Steps after which no mistake looks like another.
private let severalSteps: Inputs = { random, number in
  random.batch(
    number % 4, steps: 3,
    .init(
      rate: 0.2, momentum: 0.5, decay: number % 2 == 0 ? 0.1 : 0,
      smoothing: number % 3 == 0 ? 0.2 : 0))
}

/// The same with a hidden layer.
private let deepStep = Subject(
  trainStep.name, axes: ["dh", "h", "hq", "q", "nd", "n<q", "", ""],
  reference: deepDescent(), mistakes: stepMistakes(deepDescent),
  asking: "learnDeep",
  parts: [
    "loss", "weights of layer 1", "biases of layer 1", "weights of layer 2",
    "biases of layer 2",
  ],
  display: Display(value: { $0.summary }) {
    (
      w1: Tensor, _: Tensor, w2: Tensor, _: Tensor, x: Tensor, y: [Int],
      count: Int, settings: Tensor
    ) in
    "\(shownCalls(count, settings)), with the layers Linear(\(w1.shape[0]), "
      + "\(w1.shape[1])), ReLU(), Linear(\(w2.shape[0]), \(w2.shape[1])), "
      + "x of shape \(x.shape), y = \(shown(.integers(y)))"
  })

/// The calls as a learner would write them.
private func shownCalls(_ count: Int, _ settings: Tensor) -> String {
  let s = settings.values
  let loss =
    [
      s[4] == 1 ? "reduction: .sum" : nil,
      s[3] == 0 ? nil : "labelSmoothing: \(s[3])",
    ].compactMap { $0 }.joined(separator: ", ")
  let optimizer =
    [
      "learningRate: \(s[0])", s[1] == 0 ? nil : "momentum: \(s[1])",
      s[2] == 0 ? nil : "weightDecay: \(s[2])",
    ].compactMap { $0 }.joined(separator: ", ")
  let times = count == 1 ? "once" : "\(count) times"
  return "trainStep \(times), with CrossEntropyLoss(\(loss)) and "
    + "SGD(…, \(optimizer))"
}

let trainStepChecks: [Check] = [
  // Only the loss, so that this check passes before the step is written.
  .holds(
    "train-loss", trainStep, within: tolerance, section: section, trials: 6
  ) { random, number in
    random.batch(number, steps: 1, .init(rate: 0.5, isSum: number % 4 == 3))
  } property: { trial in
    guard case .list(let received) = trial.received,
      case .list(let expected) = trial.expected
    else { return nil }
    return difference(of: received[0], from: expected[0], within: tolerance)
      .map {
        Violation(
          .words($0), expected: expected[0].summary,
          received: received[0].summary)
      }
  },
  stepCheck("train-step", trials: 8) { random, number in
    let rate: Float = [0.5, 0.1, 1, 0.05][number % 4]
    return random.batch(number, steps: 1, .init(rate: rate))
  },
  stepCheck("train-again", trials: 4) { random, number in
    random.batch(number, steps: 3, .init(rate: 0.5))
  },
  stepCheck("train-optimizer", trials: 4) { random, number in
    random.batch(
      number, steps: 3,
      .init(
        rate: 0.2, momentum: number % 2 == 0 ? 0.9 : 0.5,
        decay: number == 3 ? 0.1 : 0))
  },
  stepCheck("train-loss-given", trials: 4) { random, number in
    random.batch(
      number, steps: 2,
      .init(
        rate: 0.05, smoothing: number % 2 == 1 ? 0.2 : 0, isSum: number < 3))
  },
  .agrees(
    "train-deep", deepStep, within: tolerance, section: section, trials: 4
  ) { random, number in
    let (d, h, q) = [(2, 3, 2), (3, 2, 4), (1, 4, 3), (4, 3, 2)][number % 4]
    let (x, y) = random.examples(count: 2 + number, d: d, q: q)
    return arguments(
      random.scores(rows: d, columns: h), random.vector(h),
      random.scores(rows: h, columns: q), random.vector(q), x, y, 3,
      TinyDescent.Settings(
        rate: 0.2, momentum: 0.5, decay: 0.1, isSum: number % 2 == 1
      ).tensor)
  },
]

/// A few steps in Float between numbers of about 1.
private let tolerance = Tolerance(relative: 1e-4, absolute: 1e-4)

private func stepCheck(
  _ id: String, trials: Int, inputs: @escaping Inputs
) -> Check {
  .agrees(
    id, trainStep, within: tolerance, section: section, trials: trials,
    inputs: inputs)
}

extension SeededGenerator {
  /// Numbers with mean 0 and standard deviation 2, rounded to 0.1, none of them
  /// 0.
  mutating func vector(_ count: Int) -> Tensor {
    Tensor(
      (0..<count).map { _ in
        let tenths = (Float(normal()) * 20).rounded()
        return (tenths == 0 ? 1 : tenths) / 10
      })
  }

  /// A matrix of such numbers.
  mutating func scores(rows: Int, columns: Int) -> Tensor {
    vector(rows * columns).reshaped([rows, columns])
  }

  /// Examples with labels that are all in use, as far as there are enough.
  fileprivate mutating func examples(
    count: Int, d: Int, q: Int
  ) -> (Tensor, [Int]) {
    let first = below(q)
    return (
      scores(rows: count, columns: d), (0..<count).map { (first + $0) % q }
    )
  }

  /// The arguments for steps with a batch of one or many examples.
  fileprivate mutating func batch(
    _ number: Int, steps: Int, _ settings: TinyDescent.Settings
  ) -> [WireValue] {
    let (n, d, q) = [
      (2, 2, 3), (1, 1, 2), (5, 3, 2), (3, 2, 4), (300, 2, 2), (4, 300, 3),
    ][number % 6]
    let (x, y) = examples(count: n, d: d, q: q)
    // Scores of some units, however many features there are.
    let scale = 1 / Float(d).squareRoot()
    return arguments(
      scores(rows: d, columns: q) * scale, vector(q), x * scale, y, steps,
      settings.tensor)
  }
}

private let stepFreedom = [
  FreeDimension("examples", [1, 2, .above(255)]) {
    (_: Tensor, _: Tensor, x: Tensor, _: [Int], _: Int, _: Tensor) in
    x.shape[0]
  },
  FreeDimension("features", [1, 2, .above(255)]) {
    (w: Tensor, _: Tensor, _: Tensor, _: [Int], _: Int, _: Tensor) in
    w.shape[0]
  },
  FreeDimension("classes", [2, 3, 4]) {
    (w: Tensor, _: Tensor, _: Tensor, _: [Int], _: Int, _: Tensor) in
    w.shape[1]
  },
  FreeDimension("steps", [1, 2, 3]) {
    (_: Tensor, _: Tensor, _: Tensor, _: [Int], count: Int, _: Tensor) in count
  },
  setting("learning rate", 0, [.within(0.01...0.1), .within(0.2...1)]),
  setting("momentum", 1, [0, .within(0.5...0.9)]),
  setting("weight decay", 2, [0, .above(0)]),
  setting("label smoothing", 3, [0, .above(0)]),
  setting("sum", 4, [0, 1]),
]

private func setting(
  _ name: String, _ index: Int, _ cases: [FreeDimension.Case]
) -> FreeDimension {
  FreeDimension(name, cases) {
    (_: Tensor, _: Tensor, _: Tensor, _: [Int], _: Int, settings: Tensor) in
    [Double(settings[index])]
  }
}

// MARK: - Right and wrong steps

private typealias Descent =
  @Sendable (Tensor, Tensor, Tensor, [Int], Int, Tensor) -> [Tensor]

@Sendable private func descent(_ way: TinyDescent.Way = .init()) -> Descent {
  { w, b, x, y, count, settings in
    TinyDescent([w, b], x, y, settings).run(steps: count, way)
  }
}

private typealias DeepDescent =
  @Sendable (
    Tensor, Tensor, Tensor, Tensor, Tensor, [Int], Int, Tensor
  ) -> [Tensor]

@Sendable private func deepDescent(
  _ way: TinyDescent.Way = .init()
) -> DeepDescent {
  { w1, b1, w2, b2, x, y, count, settings in
    TinyDescent([w1, b1, w2, b2], x, y, settings).run(steps: count, way)
  }
}

private func stepMistakes<each Argument: WireConvertible>(
  _ descent: (TinyDescent.Way) -> @Sendable (repeat each Argument) -> [Tensor]
) -> [KnownMistake] {
  let ways: [(String, TinyDescent.Way)] = [
    ("no-step", .init(optimizer: .none)),
    ("no-step", .init(answer: .zero, optimizer: .none)),
    ("gradients-add-up", .init(gradients: .added)),
    ("step-too-early", .init(gradients: .late)),
    ("step-too-early", .init(gradients: .last)),
    ("loss-after-step", .init(answer: .after)),
    ("loss-zero", .init(answer: .zero)),
    ("sum-reduction", .init(answer: .sum)),
    ("optimizer-copied", .init(optimizer: .copy)),
    ("optimizer-ignored", .init(optimizer: .plain(rate: 0.1))),
    ("loss-ignored", .init(ignoresLoss: true)),
    ("softmax-in-model.step", .init(softmaxFirst: true)),
  ]
  return ways.map { KnownMistake($0, imitation: descent($1)) }
}
