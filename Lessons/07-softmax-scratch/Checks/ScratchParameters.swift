internal import Checks
internal import Datasets
internal import Tensors
internal import Wire

/// What "right" means for `initialParameters`.
let scratchParameterChecks: [Check] = [
  Check(
    "initial-shapes", "weights of shape [784, 10], biases of shape [10]",
    of: Scratch.initialParameters, section: "the-parameters", seconds: 10
  ) { examination in
    for seed in [examination.random.next(), 0, .max] {
      let call = InitialCall(seed: seed)
      let received = try call.answer(examination)
      guard let parameters = LinearClassifier(received) else {
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
    }
    return nil
  },
  Check(
    "initial-spread", "weights of mean 0 and standard deviation 0.01",
    of: Scratch.initialParameters, section: "the-parameters", seconds: 10
  ) { examination in
    let call = InitialCall(seed: examination.random.next())
    let received = try call.answer(examination)
    guard let w = LinearClassifier(received)?.w.values.map(Double.init) else {
      return call.failure(
        "there should be two tensors, of shapes [784, 10] and [10]",
        expected: "shapes [784, 10] and [10]", received)
    }
    func failure(of odd: OddWeights) -> Failure {
      call.failure(
        "\(odd.words) Tensor.normal does it.", expected: odd.expected,
        received: odd.received, mistake: odd.mistake)
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
      found?.explanation
        ?? "the mean is \(mean) and the standard deviation \(deviation)",
      expected: "mean 0, standard deviation 0.01",
      received: "mean \(mean), standard deviation \(deviation)",
      mistake: found?.id)
  },
  exactSpread(
    "initial-spread-exact", of: Scratch.initialParameters,
    section: "the-parameters"),
  Check(
    "initial-seed", "the same weights for the same seed, others for another",
    of: Scratch.initialParameters, section: "the-parameters", seconds: 10
  ) { examination in
    let call = InitialCall(seed: examination.random.next())
    let first = try call.answer(examination)
    if try call.answer(examination) != first {
      return call.failure(
        "The same seed gave other weights the second time. Make a "
          + "SeededGenerator(seed: seed) and draw from it alone.",
        expected: "the same weights for the same seed",
        received: "other weights", mistake: "not-repeatable")
    }
    // Each byte of a seed counts.
    for bit in [0, 8, 16, 32, 63] {
      let other = InitialCall(seed: call.seed ^ 1 << bit)
      if try other.answer(examination) == first {
        return other.failure(
          "The weights are those of seed \(call.seed): hand the whole seed to "
            + "the generator.",
          expected: "other weights for another seed",
          received: "the same weights", mistake: "seed-ignored")
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
    _ message: String, expected: String, _ received: WireValue,
    mistake: String? = nil
  ) -> Failure {
    failure(
      message, expected: expected, received: received.summary,
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
