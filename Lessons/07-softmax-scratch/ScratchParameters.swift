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
    let call = InitialCall(seed: examination.random.next())
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
    let mean = w.reduce(0, +) / Double(w.count)
    let variance =
      w.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(w.count)
    let deviation = variance.squareRoot()
    // Of 7,840 deviates the mean lies within 1.1e-4 of 0 and the standard
    // deviation within 8e-5 of 0.01 as a rule; six times that is never seen.
    if mean.magnitude <= 7e-4 && (deviation - 0.01).magnitude <= 5e-4 {
      let shares = [1.0, 2].map { widths in
        let near = w.count { ($0 - mean).magnitude < widths * deviation }
        return Double(near) / Double(w.count)
      }
      if isNormal(shares[0], shares[1]) { return nil }
      return call.failure(
        "The mean and the standard deviation are right, but the weights are "
          + "not from a normal distribution: use Tensor.normal.",
        expected: "0.683 within one standard deviation, 0.954 within two",
        received: "\(shares[0]) and \(shares[1])", mistake: "not-normal")
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
    of: Scratch.initialParameters, section: "the-parameters", seconds: 10
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

/// Whether so many of 7,840 weights lie within one and two standard deviations
/// as of normal deviates.
///
/// The shares spread by √(p(1 − p)/7840), which is 0.0053 and 0.0024: six times
/// that is never seen. Uniform numbers have 0.577 and 1.
private func isNormal(_ one: Double, _ two: Double) -> Bool {
  (one - 0.6827).magnitude < 0.032 && (two - 0.9545).magnitude < 0.015
}

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
