internal import Checks
internal import Datasets
internal import References
internal import Tensors
internal import Wire

/// The checks of `initialParameters`; each of them also requires two tensors of
/// the right shapes.
let scratchParameterChecks: [Check] = [
  seedCheck("initial-shapes", seeds: [nil, 0, .max]) { trial in
    guard let parameters = LinearClassifier(trial.received),
      parameters.b.values.contains(where: { $0 != 0 })
    else { return nil }
    return Violation(.mistake("biases-not-zero"), expected: "biases of 0")
  },
  seedCheck("initial-spread") { trial in
    guard let w = LinearClassifier(trial.received)?.w.values.map(Double.init)
    else { return nil }
    func violation(of odd: OddWeights) -> Violation {
      Violation(.mistake(odd.mistake), expected: odd.expected)
    }
    if let odd = OddWeights(repeatedIn: w) { return violation(of: odd) }
    let mean = w.reduce(0, +) / Double(w.count)
    let variance =
      w.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(w.count)
    let deviation = variance.squareRoot()
    // For 7,840 weights, the mean usually lies within 1.1e-4 of 0 and the
    // standard deviation within 8e-5 of 0.01. Errors six times as large do not
    // occur by chance.
    if mean.magnitude <= 7e-4 && (deviation - 0.01).magnitude <= 5e-4 {
      return OddWeights(w, mean: mean, deviation: deviation).map(violation)
    }
    let found = spreadMistakes.first { $0.fits(mean, deviation) }
    return Violation(
      found.map { .mistake($0.key) }
        ?? .sentence("spread", ["mean": mean, "deviation": deviation]),
      expected: "mean 0, standard deviation 0.01")
  },
  exactSpread(
    "initial-spread-exact", of: Scratch.initialParameters,
    section: "the-parameters"),
  seedCheck("initial-seed") { trial in
    guard case .integer(let bits) = trial.arguments[0] else { return nil }
    if try trial.call(trial.arguments) != trial.received {
      return Violation(
        .mistake("not-repeatable"),
        expected: "the same weights for the same seed")
    }
    // Every byte of a seed must matter.
    for bit in [0, 8, 16, 32, 63]
    where try trial.call([.integer(bits ^ 1 << bit)]) == trial.received {
      return Violation(
        .mistake("seed-ignored", ["seed": UInt64(bitPattern: Int64(bits))]),
        expected: "other weights for another seed")
    }
    return nil
  },
]

/// Checks a property of the parameters for some seeds; nil stands for a random
/// seed.
private func seedCheck(
  _ id: String, seeds: [UInt64?] = [nil],
  property: @escaping @Sendable (Trial) throws -> Violation?
) -> Check {
  .holds(
    id, Scratch.initialParameters, section: "the-parameters",
    trials: seeds.count, seconds: 10,
    inputs: { random, number in
      arguments(seeds[number % seeds.count] ?? random.next())
    }, property: property)
}

/// A known wrong mean and standard deviation of the weights.
private struct SpreadMistake: Sendable {
  let key: String
  let fits: @Sendable (_ mean: Double, _ deviation: Double) -> Bool
}

private let spreadMistakes = [
  SpreadMistake(key: "all-equal") { _, deviation in deviation == 0 },
  SpreadMistake(key: "variance-for-deviation") { mean, deviation in
    mean.magnitude < 7e-3 && (deviation - 0.1).magnitude < 5e-3
  },
  SpreadMistake(key: "standard-normal") { mean, deviation in
    mean.magnitude < 7e-2 && (deviation - 1).magnitude < 5e-2
  },
]
