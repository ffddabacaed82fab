internal import Checks
internal import Datasets
internal import References
internal import Tensors
internal import Wire

/// What "right" means for `initialParameters`.
let scratchParameterChecks: [Check] = [
  Check(
    "initial-shapes",
    of: Scratch.initialParameters, section: "the-parameters", seconds: 10
  ) { examination in
    for seed in [examination.random.next(), 0, .max] {
      let call = InitialCall(seed: seed)
      let received = try call.answer(examination)
      guard let parameters = LinearClassifier(received) else {
        return call.failure(
          .sentence("two-tensors"),
          expected: "shapes [784, 10] and [10]", received)
      }
      guard parameters.b.values.allSatisfy({ $0 == 0 }) else {
        return call.failure(
          .mistake("biases-not-zero"), expected: "biases of 0", received)
      }
    }
    return nil
  },
  Check(
    "initial-spread",
    of: Scratch.initialParameters, section: "the-parameters", seconds: 10
  ) { examination in
    let call = InitialCall(seed: examination.random.next())
    let received = try call.answer(examination)
    guard let w = LinearClassifier(received)?.w.values.map(Double.init) else {
      return call.failure(
        .sentence("two-tensors"),
        expected: "shapes [784, 10] and [10]", received)
    }
    func failure(of odd: OddWeights) -> Failure {
      call.failure(
        .mistake(odd.mistake), expected: odd.expected, received: odd.received)
    }
    if let odd = OddWeights(repeatedIn: w) { return failure(of: odd) }
    let mean = w.reduce(0, +) / Double(w.count)
    let variance =
      w.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(w.count)
    let deviation = variance.squareRoot()
    // Of 7,840 deviates the mean lies within 1.1e-4 of 0 and the standard
    // deviation within 8e-5 of 0.01 as a rule; six times that is never seen.
    if mean.magnitude <= 7e-4 && (deviation - 0.01).magnitude <= 5e-4 {
      return OddWeights(w, mean: mean, deviation: deviation).map(failure)
    }
    let found = spreadMistakes.first { $0.fits(mean, deviation) }
    return call.failure(
      found.map { .mistake($0.key) }
        ?? .sentence("spread", ["mean": mean, "deviation": deviation]),
      expected: "mean 0, standard deviation 0.01",
      received: "mean \(mean), standard deviation \(deviation)")
  },
  exactSpread(
    "initial-spread-exact", of: Scratch.initialParameters,
    section: "the-parameters"),
  Check(
    "initial-seed",
    of: Scratch.initialParameters, section: "the-parameters", seconds: 10
  ) { examination in
    let call = InitialCall(seed: examination.random.next())
    let first = try call.answer(examination)
    if try call.answer(examination) != first {
      return call.failure(
        .mistake("not-repeatable"),
        expected: "the same weights for the same seed",
        received: "other weights")
    }
    // Each byte of a seed counts.
    for bit in [0, 8, 16, 32, 63] {
      let other = InitialCall(seed: call.seed ^ 1 << bit)
      if try other.answer(examination) == first {
        return other.failure(
          .mistake("seed-ignored", ["seed": call.seed]),
          expected: "other weights for another seed",
          received: "the same weights")
      }
    }
    return nil
  },
]

/// A call of `initialParameters`, and how it may fail.
private struct InitialCall {
  let seed: UInt64

  func answer(_ examination: Examination) throws -> WireValue {
    try examination.call(Scratch.initialParameters.name, arguments(seed))
  }

  func failure(
    _ remark: Remark, expected: String, _ received: WireValue
  ) -> Failure {
    failure(remark, expected: expected, received: received.summary)
  }

  func failure(
    _ remark: Remark, expected: String, received: String
  ) -> Failure {
    Failure(
      remark,
      counterexample: Counterexample(
        arguments: "initialParameters(seed: \(seed))", expected: expected,
        received: received))
  }
}

/// A wrong spread of the weights.
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
