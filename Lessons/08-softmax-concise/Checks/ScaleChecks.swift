internal import Checks
internal import References
internal import Tensors
internal import Wire

private let section = "a-layer-of-your-own"
private let name = "makeScale(_:)"

/// The parameters that a new layer has.
private let start = Subject(
  name, axes: [""], freedom: scaleFreedom,
  reference: { (d: Int) in [Tensor.ones(shape: [d])] },
  mistakes: wrongFactors, asking: "scale", parts: ["factors"],
  display: Display(value: shown(parameters:)) { (d: Int) in
    "makeScale(\(d)).parameters"
  })

@Sendable private func shown(parameters: WireValue) -> String {
  let tensors = (try? [Tensor](wireValue: parameters)) ?? []
  return tensors.isEmpty
    ? "no parameters"
    : tensors.map { "\(shown(.tensor($0))) of shape \($0.shape)" }
      .joined(separator: ", ")
}

/// What the layer makes of x once it has other factors, and the gradient of a
/// weighted sum of that.
private let scaled = Subject(
  name, axes: ["d", "nd", "nd"],
  reference: { (s: Tensor, x: Tensor, slopes: Tensor) in
    [x * s, (x * slopes).sum(axis: 0)]
  },
  mistakes: wrongOutputs, asking: "scaled",
  parts: ["output", "gradient of the factors"],
  display: Display(value: { $0.summary }) {
    (s: Tensor, x: Tensor, slopes: Tensor) in
    "makeScale(\(s.count))(x) with the factors \(shown(.tensor(s))) and "
      + "x = \(shown(.tensor(x))), and the gradient of the sum of the output "
      + "times \(shown(.tensor(slopes)))"
  })

/// The factors after each of three steps, and what tracks gradients.
private let learning = Subject(
  name, axes: ["nd", "nd", ""],
  reference: scaleSteps(), mistakes: notLearning, asking: "scaleSteps",
  parts: ["factors", "tracking"],
  display: Display(value: { $0.summary }) {
    (x: Tensor, targets: Tensor, rate: Float) in
    "three steps of makeScale(\(x.shape[1])) with x = \(shown(.tensor(x))), "
      + "the targets \(shown(.tensor(targets))), the mean squared error and "
      + "a learning rate of \(rate)"
  })

let scaleChecks: [Check] = [
  .agrees("scale-start", start, section: section, trials: 5) { random, number in
    arguments([3, 1, 2, 784, 70_000 + random.below(9)][number % 5])
  },
  .holds(
    "scale-output", scaled, section: section, trials: 6, inputs: inputs,
    property: { part(0, of: $0) }),
  .holds(
    "scale-gradient", scaled, section: section, trials: 6, inputs: inputs,
    property: { part(1, of: $0) }),
  .agrees(
    "scale-learns", learning,
    within: Tolerance(relative: 1e-4, absolute: 1e-4), section: section,
    trials: 4
  ) { random, number in
    let (n, d) = [(2, 2), (1, 1), (5, 3), (3, 300)][number % 4]
    return arguments(
      random.scores(rows: n, columns: d), random.scores(rows: n, columns: d),
      Float([0.1, 0.5, 1, 0.2][number % 4]))
  },
]

@Sendable private func inputs(
  _ random: inout SeededGenerator, _ number: Int
) -> [WireValue] {
  let (n, d) = [(2, 3), (1, 1), (3, 2), (1, 4), (300, 2), (2, 784)][number % 6]
  return arguments(
    random.vector(d), random.scores(rows: n, columns: d),
    random.scores(rows: n, columns: d))
}

/// How one part of an answer is wrong.
@Sendable private func part(_ index: Int, of trial: Trial) -> Violation? {
  guard case .list(let received) = trial.received,
    case .list(let expected) = trial.expected
  else { return nil }
  // A gradient adds up 300 products.
  let tolerance = Tolerance(relative: 1e-4, absolute: 1e-3)
  return difference(
    of: received[index], from: expected[index], within: tolerance
  ).map {
    Violation(
      .words($0), expected: expected[index].summary,
      received: received[index].summary)
  }
}

private let scaleFreedom = [
  FreeDimension("features", [1, 2, 3, .above(255), .above(65_535)]) {
    (d: Int) in d
  }
]

// MARK: - Wrong layers

private let wrongFactors: [KnownMistake] = [
  KnownMistake("no-parameters.scale") { (_: Int) in [Tensor]() },
  KnownMistake("factors-from-zero") { (d: Int) in [Tensor.zeros(shape: [d])] },
  KnownMistake("one-factor") { (_: Int) in [Tensor([1])] },
  KnownMistake("one-factor") { (_: Int) in [Tensor(1)] },
  KnownMistake("bias-added") { (d: Int) in
    [Tensor.ones(shape: [d]), Tensor.zeros(shape: [d])]
  },
  KnownMistake("factor-matrix") { (d: Int) in [Tensor.ones(shape: [d, d])] },
]

private let wrongOutputs: [KnownMistake] = [
  KnownMistake("factors-fixed") { (s: Tensor, x: Tensor, slopes: Tensor) in
    [x, (x * slopes).sum(axis: 0)]
  },
  KnownMistake("factors-fixed") { (s: Tensor, x: Tensor, slopes: Tensor) in
    [x, s * 0]
  },
  KnownMistake("factors-added") { (s: Tensor, x: Tensor, slopes: Tensor) in
    [x + s, slopes.sum(axis: 0)]
  },
  KnownMistake("gradient-missing", ["parameters": "factors"]) {
    (s: Tensor, x: Tensor, slopes: Tensor) in [x * s, s * 0]
  },
]

/// The steps s − η 2/(nd) Σ x (x s − t).
@Sendable private func scaleSteps(
  moves: Bool = true, tracks: Bool = true
) -> @Sendable (Tensor, Tensor, Float) -> [Tensor] {
  { x, targets, rate in
    let (n, d) = (x.shape[0], x.shape[1])
    var s = [Double](repeating: 1, count: d)
    var path: [Float] = []
    for _ in 1...3 {
      for k in 0..<d where moves {
        var slope = 0.0
        for i in 0..<n {
          let (x, t) = (Double(x[i, k]), Double(targets[i, k]))
          // It does not depend on the other factors.
          slope += 2 / Double(n * d) * x * (x * s[k] - t)
        }
        s[k] -= Double(rate) * slope
      }
      path += s.map(Float.init)
    }
    return [Tensor(path, shape: [3, d]), Tensor([tracks ? 1 : 0])]
  }
}

private let notLearning: [KnownMistake] = [
  KnownMistake(
    "not-tracking", imitation: scaleSteps(moves: false, tracks: false)),
  KnownMistake("factors-fixed", imitation: scaleSteps(moves: false)),
]
