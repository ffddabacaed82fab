package import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of lesson 10.
package let generalizationChecks = ExerciseChecks(
  lesson: "generalization",
  hoeffdingChecks + decayChecks + foldsChecks)

// MARK: - How many test examples

private let hoeffdingChecks: [Check] = [
  .agrees(
    "hoeffding-example",
    hoeffdingSubject, within: .exact, section: hoeffding, trials: 1
  ) { _, _ in arguments(0.01, 0.95) },
  .agrees(
    "hoeffding-agreement",
    hoeffdingSubject, within: .exact, section: hoeffding, trials: 12
  ) { random, _ in random.demand() },
  .agrees(
    "hoeffding-sizes",
    hoeffdingSubject, within: .exact, section: hoeffding, trials: 18,
    seconds: 10
  ) { random, number in
    number < 16 ? random.extremeDemand(number) : random.exactDemand(number)
  },
  .agrees(
    "hoeffding-strict",
    hoeffdingSubject, within: .exact, section: hoeffding, trials: 1
  ) { _, _ in arguments(0.0001, 0.999) },
  .holds(
    "hoeffding-halved",
    hoeffdingSubject, within: .exact, section: hoeffding, trials: 4
  ) { random, _ in
    random.demand()
  } property: { trial in
    guard case .double(let error) = trial.arguments[0],
      case .integer(let size) = trial.received
    else { return nil }
    let after = try trial.call([.double(error / 2), trial.arguments[1]])
    guard case .integer(let more) = after else { return nil }
    // Both are rounded up, so 4 · size may be up to 4 too large.
    if 4 * size - 4 <= more && more <= 4 * size { return nil }
    return Violation(
      "hoeffding-halved", ["error": error, "size": size, "more": more])
  },
]

// MARK: - Weight decay

private let decayChecks: [Check] = [
  .agrees(
    "decay-example", decaySubject, section: decay,
    trials: 1
  ) { _, _ in
    let parameters = [Tensor([[2], [-3]]), Tensor([4])]
    let gradients = [Tensor([[10], [-20]]), Tensor([5])]
    let (rate, decay): (Float, Float) = (0.1, 0.5)
    return arguments(parameters, gradients, rate, decay, 5)
  },
  .agrees(
    "decay-agreement", decaySubject, section: decay
  ) { random, number in
    random.decay(features: 1 + number % 3, classes: 1 + number % 2)
  },
  .agrees(
    "decay-zero", decaySubject,
    section: decay, trials: 3
  ) { random, number in
    var values = random.decay(features: 2, classes: 1 + number)
    values[3] = .float(0)
    return values
  },
  .holds(
    "decay-shrinks", decaySubject, section: decay, trials: 4
  ) { random, number in
    var values = random.decay(features: 3, classes: 1 + number % 3)
    let zeros = tensors(values[0]).map { $0 * 0 }
    values[1] = zeros.wireValue
    return values
  } property: { trial in
    let (start, end) = (tensors(trial.arguments[0]), tensors(trial.received))
    for (before, after) in zip(start[0].values, end[0].values)
    where !(after / before > 0 && after.magnitude < before.magnitude) {
      return Violation(
        "decay-shrinks", ["before": before, "after": after])
    }
    guard start[1].values == end[1].values else {
      return Violation(
        "decay-biases", ["start": start[1].values, "end": end[1].values])
    }
    return nil
  },
  .agrees(
    "decay-batch-size", decaySubject,
    section: decay, trials: 4
  ) { random, number in
    var values = random.decay(features: 2, classes: 2)
    // A batch of one comes last, because several mistakes coincide there.
    values[4] = .integer([2, 64, 1_000, 1][number % 4])
    return values
  },
  .agrees(
    "decay-sizes", decaySubject, within: relative, section: decay, trials: 13
  ) { random, number in random.anyDecay(number) },
  .agrees(
    "decay-shapes", decaySubject, section: decay, trials: shapes.count
  ) { random, number in
    let (features, classes) = shapes[number % shapes.count]
    return random.decay(features: features, classes: classes)
  },
  .agrees(
    "decay-nothing", decaySubject, section: decay, trials: 3
  ) { random, number in
    var values = random.decay(features: 2, classes: 3)
    // A rate of 0, weights that become 0, and weights that change sign.
    values[2] = .float([0, 1, 2][number % 3])
    values[3] = .float([0.5, 1, 1.5][number % 3])
    return values
  },
]

/// Numbers of features and classes: none, one, a few, and more than 255.
private let shapes = [
  (1, 1), (0, 2), (2, 0), (1, 5), (5, 1), (300, 1), (1, 300), (4, 4),
]

/// A few operations without cancellation.
private let relative = Tolerance(relative: 1e-5, absolute: 0)

private func tensors(_ value: WireValue) -> [Tensor] {
  guard case .list(let parts) = value else { return [] }
  return parts.map(\.tensor)
}

private let hoeffding = "how-many-test-pictures"
private let decay = "weight-decay"
