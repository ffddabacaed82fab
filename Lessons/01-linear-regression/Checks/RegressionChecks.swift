package import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of lesson 01.
package let regressionChecks = ExerciseChecks(
  lesson: "linear-regression", derivations: regressionDerivations,
  linearChecks + linearSizes + squaredLossChecks + lossSizes
    + regressionGradientChecks + sgdStepChecks + trainRegressionChecks)

private let linearChecks: [Check] = [
  .agrees(
    "linear-example", linearSubject,
    within: sums, section: model, trials: 1
  ) { _, _ in
    arguments(
      Tensor([[50, 10], [80, 40], [120, 20]]), Tensor([[3], [-1]]),
      Tensor([20]))
  },
  .agrees(
    "linear-agreement", linearSubject, within: sums, section: model
  ) { random, number in
    random.model(examples: 2 + number % 4, features: 2 + number % 3)
  },
  .agrees(
    "linear-edges", linearSubject, within: sums, section: model, trials: 7
  ) { random, number in
    let number = number % 7
    guard number > 3 else {
      return random.model(
        examples: number % 2 == 0 ? 1 : 3, features: number < 2 ? 1 : 2)
    }
    // A feature that is 1 in every example, or an example of zeros.
    var values = random.model(examples: 3, features: 2)
    var x = values[0].tensor
    for i in 0..<3 where number < 6 { x[i, number - 4] = 1 }
    for j in 0..<2 where number == 6 { x[1, j] = 0 }
    values[0] = .tensor(x)
    return values
  },
  .holds(
    "linear-zero", linearSubject, within: sums, section: model, trials: 3
  ) { random, number in
    var values = random.model(examples: 2 + number, features: 2)
    values[1] = .tensor(Tensor.zeros(shape: [2, 1]))
    return values
  } property: { trial in
    let (w, b) = (trial.tensor(1).values, trial.tensor(2).values)
    guard w.allSatisfy({ $0 == 0 }), let bias = b.first,
      let wrong = trial.tensor.values.first(where: { $0 != bias })
    else { return nil }
    return Violation(
      "linear-zero", ["bias": bias, "received": wrong])
  },
  .holds(
    "linear-in-weights", linearSubject, within: sums, section: model, trials: 4
  ) { random, number in
    random.model(examples: 2 + number, features: 3)
  } property: { trial in
    let twice = [
      trial.arguments[0], .tensor(2 * trial.tensor(1)),
      .tensor(2 * trial.tensor(2)),
    ]
    // Doubling is exact in Float, so only the order of a sum may matter.
    let after = try trial.call(twice).tensor
    for (i, pair) in zip(trial.tensor.values, after.values).enumerated()
    where !((2 * pair.0 - pair.1).magnitude <= 1e-4) {
      return Violation(
        "linear-in-weights",
        ["wanted": 2 * pair.0, "example": i, "received": pair.1])
    }
    return nil
  },
  .agrees(
    "linear-many", linearSubject, within: longSums, section: model, trials: 2
  ) { random, number in
    number == 0
      ? random.model(examples: 1_000, features: 5)
      : random.model(examples: 30, features: 40)
  },
]

/// For sums of four terms below 2.5e7; there, each product is accurate to 1, and
/// each addition to 2.
private let largeSums = Tolerance(relative: 1e-5, absolute: 10)

/// For more features than a byte can count; their sums reach several hundred.
private let wideSums = Tolerance(relative: 1e-5, absolute: 5e-3)

private let linearSizes: [Check] = [
  .agrees(
    "linear-small", linearSubject,
    within: Tolerance(relative: 1e-5, absolute: 2e-11), section: model,
    trials: 4
  ) { random, number in
    random.model(
      examples: 2 + number, features: 1 + number % 3, ofSize: 1e-6,
      featuresOfSize: [1, 1e-6, 1e-3, 1e3][number % 4])
  },
  .agrees(
    "linear-large",
    linearSubject, within: largeSums, section: model, trials: 4
  ) { random, number in
    random.model(
      examples: 2 + number, features: 1 + number % 3, ofSize: 1e6,
      featuresOfSize: [1, 1e6, 1e3, 1e-3][number % 4])
  },
  .agrees(
    "linear-wide", linearSubject, within: wideSums, section: model, trials: 2
  ) { random, number in
    number == 0
      ? random.model(examples: 3, features: 290 + random.below(20))
      : random.manyExamples()
  },
]

private let squaredLossChecks: [Check] = [
  .agrees(
    "loss-example", lossSubject,
    section: loss, trials: 1
  ) { _, _ in
    arguments(Tensor([[160], [220], [360]]), Tensor([[155], [223], [360]]))
  },
  .agrees(
    "loss-agreement", lossSubject,
    section: loss
  ) { random, number in
    random.pairs(shape: [2 + number % 4, 1])
  },
  .agrees(
    "loss-shapes", lossSubject, section: loss, trials: 6
  ) { random, number in
    let shapes = [[4], [1, 1], [3, 2], [1], [2, 1, 3], []]
    return random.pairs(shape: shapes[number % shapes.count])
  },
  .holds(
    "loss-symmetric", lossSubject, section: loss, trials: 4
  ) { random, number in
    random.pairs(shape: [3 + number, 1])
  } property: { trial in
    let after = try trial.call([trial.arguments[1], trial.arguments[0]]).tensor
    for (i, pair) in zip(trial.tensor.values, after.values).enumerated()
    where !((pair.0 - pair.1).magnitude <= 1e-5 * (1 + pair.0.magnitude)) {
      return Violation(
        "loss-symmetric", ["index": i, "before": pair.0, "after": pair.1])
    }
    let same = [trial.arguments[0], trial.arguments[0]]
    guard
      let wrong = try trial.call(same).tensor.values.first(where: { $0 != 0 })
    else { return nil }
    return Violation(
      "loss-right", ["received": wrong])
  },
  .agrees(
    "loss-many", lossSubject, section: loss, trials: 2
  ) { random, number in
    random.pairs(shape: [number == 0 ? 1_000 : 20, 1]).scaled(
      by: number == 0 ? 1 : 100)
  },
]

private let lossSizes: [Check] = [
  .agrees(
    "loss-sizes",
    lossSubject, within: Tolerance(relative: 2e-5, absolute: 0), section: loss,
    trials: 7
  ) { random, number in
    let sizes: [Float] = [1, 1e-6, 1e6, 1e-3, 1e3, 1e-12, 1e9]
    return random.pairs(
      shape: [2 + number, 1], ofSize: sizes[number % sizes.count])
  },
  .agrees(
    "loss-very-many", lossSubject,
    section: loss, trials: 1
  ) { random, _ in random.manyPairs() },
]

private let sgdStepChecks: [Check] = [
  .agrees(
    "step-example", stepSubject, section: step, trials: 1
  ) { _, _ in
    let parameters = [Tensor([[2], [-3]]), Tensor([4])]
    let gradients = [Tensor([[10], [-20]]), Tensor([5])]
    let rate: Float = 0.1
    return arguments(parameters, gradients, rate, 5)
  },
  .agrees(
    "step-agreement", stepSubject, section: step
  ) { random, number in
    random.step(
      shapes: [[2 + number % 3, 1], [1]], batchSize: 2 + random.below(30))
  },
  .holds(
    "step-batch-size", stepSubject,
    section: step, trials: 4
  ) { random, number in
    random.step(shapes: [[2, 1], [1]], batchSize: 2 + number)
  } property: { trial in
    guard case .integer(let size) = trial.arguments[3] else { return nil }
    var arguments = trial.arguments
    arguments[3] = .integer(2 * size)
    let after = try trial.call(arguments)
    let start = numbers(trial.arguments[0])
    let (once, twice) = (numbers(trial.received), numbers(after))
    for (i, value) in start.enumerated() {
      let (long, short) = (once[i] - value, twice[i] - value)
      // Differences of numbers near 5, each accurate to 3e-7.
      if !((long - 2 * short).magnitude <= 1e-5) {
        return Violation(
          "step-batch-size",
          [
            "index": i, "long": long, "size": size, "short": short,
            "double": 2 * size,
          ])
      }
    }
    return nil
  },
  .holds(
    "step-descends", stepSubject, section: step, trials: 4
  ) { random, number in
    random.step(shapes: [[3, 1], [1]], batchSize: 1 + number)
  } property: { trial in
    let start = numbers(trial.arguments[0])
    let gradient = numbers(trial.arguments[1])
    let end = numbers(trial.received)
    for i in start.indices {
      let move = end[i] - start[i]
      // Every gradient drawn is 0 or at least ½, and then moves by 1e-4 or
      // more.
      if gradient[i] == 0 ? move != 0 : !(move * gradient[i] < 0) {
        return Violation(
          "step-descends",
          [
            "gradient": gradient[i], "index": i, "start": start[i],
            "end": end[i],
          ])
      }
    }
    return nil
  },
  .agrees(
    "step-shapes", stepSubject,
    section: step, trials: 7
  ) { random, number in
    let shapes: [[[Int]]] = [
      [[1]], [[2, 3], [3], [3, 1]], [[4, 1], [1], [2, 2], [2]], [],
      [[], [2, 1, 3], [2], [3, 1], [1]],
      [[2, 1], [2, 1], [1], [3], [2, 2], [1], [4], [1, 3]], [[2, 1], [1]],
    ]
    var call = random.step(
      shapes: shapes[number % shapes.count], batchSize: 1 + 9 * number)
    if number % shapes.count == 5, case .list(var parameters) = call[0] {
      parameters[1] = parameters[0]
      call[0] = .list(parameters)
    }
    if number % shapes.count == 6 { call[2] = .float(0) }
    return call
  },
  .agrees(
    "step-sizes",
    stepSubject, within: Tolerance(relative: 1e-5, absolute: 0), section: step,
    trials: 7
  ) { random, number in
    let cases: [(size: Float, rate: Float, batch: Int)] = [
      (1, 0.03, 1_281_167), (1e-6, 1e-3, 3), (1e6, 7.3, 60_001),
      (1e-3, 1e-6, 2_049), (1e3, 1e3, 257), (1e-6, 1, 1), (1, 0.3, 65_537),
    ]
    let (size, rate, batch) = cases[number % cases.count]
    // The last case has more numbers than two bytes can count.
    let shapes = number == 6 ? [[330, 200], [3]] : [[3, 1], [1]]
    return random.step(
      shapes: shapes, ofSize: size, rate: rate, batchSize: batch)
  },
  .agrees(
    "step-large", stepSubject,
    within: largeSteps, section: step, trials: 3
  ) { random, number in
    var call = random.step(
      shapes: [[3, 1], [1]], batchSize: 500 + 250 * number)
    if case .list(let gradients) = call[1] {
      call[1] = .list(gradients.scaled(by: 1_000))
    }
    call[2] = .float(Float(2 + number))
    return call
  },
]

/// For parameters below 5 minus steps below 50, accurate to 4e-6 in Float.
private let largeSteps = Tolerance(relative: 1e-5, absolute: 1e-5)

/// For predictions that are sums of at most six products below 40, each
/// accurate to 2e-6 in Float.
private let sums = Tolerance(relative: 1e-5, absolute: 2e-5)

/// For sums of forty-one terms, which stay below several hundred; there, each
/// addition is accurate to 2e-5.
private let longSums = Tolerance(relative: 1e-5, absolute: 5e-4)

private let model = "one-line-for-all-flats"
private let loss = "how-wrong-is-it"
private let step = "one-step-downhill"

/// The numbers of a list of tensors, concatenated.
private func numbers(_ value: WireValue) -> [Float] {
  guard case .list(let parts) = value else { return [] }
  return parts.flatMap(\.tensor.values)
}
