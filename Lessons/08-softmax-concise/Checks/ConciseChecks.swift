package import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of lesson 08.
package let conciseChecks = ExerciseChecks(
  lesson: "softmax-concise", derivations: conciseDerivations,
  modelChecks + lossChecks + stepChecks + [trainsConcisely])

private let makeModel = concise("makeModel(seed:)")

/// A function whose result cannot be sent between processes; its checks examine
/// what the result contains and does.
func concise(_ name: String) -> Subject {
  Subject(
    name, axes: [],
    reference: { () throws -> WireValue in
      throw WireError.malformed("\(name) is checked by hand")
    })
}

// MARK: - The model

private let row = "layers-in-a-row"
private let start = "how-the-weights-begin"

private let modelChecks: [Check] = [
  Check(
    "model-shapes", of: makeModel, section: row
  ) { examination in
    for seed in [examination.random.next(), 0, .max] {
      let probe = Probe(seed: seed)
      let wrong = probe.wrongShapes(try probe.parameters(examination))
      if let wrong { return wrong }
    }
    return nil
  },
  modelCheck("model-scores", count: 3),
  modelCheck("model-one", count: 1),
  modelCheck("model-many", count: 520),
  trainedCheck,
  Check(
    "model-spread", of: makeModel, section: start
  ) { examination in
    let probe = Probe(seed: examination.random.next())
    let parameters = try probe.parameters(examination)
    if let failure = probe.wrongShapes(parameters) { return failure }
    return probe.wrongSpread(parameters[0].values.map { Double($0) })
  },
  exactSpread("model-spread-exact", of: makeModel, section: start),
  Check("model-biases", of: makeModel, section: start) {
    examination in
    let probe = Probe(seed: examination.random.next())
    let parameters = try probe.parameters(examination)
    if let failure = probe.wrongShapes(parameters) { return failure }
    guard parameters[1].values.contains(where: { $0 != 0 }) else { return nil }
    return probe.failure(
      .mistake("biases-not-zero"),
      expected: "biases of 0", received: shown(.tensor(parameters[1])))
  },
  Check(
    "model-seed", of: makeModel, section: start
  ) { examination in
    let probe = Probe(seed: examination.random.next())
    let first = try probe.parameters(examination)
    if try probe.parameters(examination) != first {
      return probe.failure(
        .mistake("not-repeatable"),
        expected: "the same weights for the same seed",
        received: "other weights")
    }
    // Every byte of a seed must matter.
    for bit in [0, 8, 16, 32, 63] {
      let other = Probe(seed: probe.seed ^ 1 << bit)
      if try other.parameters(examination) == first {
        return other.failure(
          .mistake("seed-ignored", ["seed": probe.seed]),
          expected: "other weights for another seed",
          received: "the same weights")
      }
    }
    return nil
  },
  Check(
    "model-learns", of: makeModel,
    section: "gradients-come-by-themselves"
  ) { examination in
    let probe = Probe(seed: examination.random.next())
    let tracking = try examination.call("tracking", arguments(probe.seed))
    guard case .integers(let flags) = tracking, flags.contains(0) else {
      return nil
    }
    return probe.failure(
      .mistake("not-tracking"),
      expected: "all parameters track gradients",
      received: "\(flags.count { $0 == 0 }) of \(flags.count) do not")
  },
]

private func modelCheck(_ id: String, count: Int) -> Check {
  Check(id, of: makeModel, section: row) { examination in
    let probe = Probe(seed: examination.random.next())
    let x = examination.random.pictures(count: count)
    let parameters = try probe.parameters(examination)
    if let failure = probe.wrongShapes(parameters) { return failure }
    let flat = x.reshaped([count, 784])
    let scores = flat.matmul(parameters[0]) + parameters[1]
    let expected = WireValue.tensor(scores)
    let received: WireValue
    do {
      received = try examination.call("scores", arguments(probe.seed, x))
    } catch let interruption as Interruption {
      guard case .crashed = interruption,
        case .tensor = try examination.call(
          "scores", arguments(probe.seed, flat))
      else { throw interruption }
      return probe.failure(
        .mistake("flatten-missing", ["shape": x.shape]),
        expected: expected.summary, received: "none: a crash",
        section: row)
    }
    // A score is a sum of 784 products in Float, accurate to 1e-5.
    let tolerance = Tolerance(relative: 1e-4, absolute: 1e-5)
    guard
      let words = difference(of: received, from: expected, within: tolerance)
    else { return nil }
    let found = scoreMistakes.first { mistake in
      difference(
        of: received, from: .tensor(mistake.imitation(scores)),
        within: tolerance, nanEqualsNaN: true) == nil
    }
    return probe.failure(
      found.map { .mistake($0.key) } ?? .words(words),
      expected: expected.summary, received: received.summary,
      section: found == nil ? row : "the-loss-wants-scores")
  }
}

/// Checks a model with other parameters than those it starts with.
private let trainedCheck = Check(
  "model-trained", of: makeModel, section: "gradients-come-by-themselves"
) { examination in
  let probe = Probe(seed: examination.random.next())
  if let failure = probe.wrongShapes(try probe.parameters(examination)) {
    return failure
  }
  let x = examination.random.pictures(count: 3)
  let parameters = [[784, 10], [10]].map {
    Tensor.normal(shape: $0, using: &examination.random)
  }
  let factors = Tensor.normal(shape: [3, 10], using: &examination.random)
  let flat = x.reshaped([3, 784])
  let product = flat.matmul(parameters[0])
  func answer(_ scores: Tensor) -> WireValue {
    .list([
      .tensor(scores), .tensor(flat.transposed().matmul(factors)),
      .tensor(factors.sum(axis: 0)),
    ])
  }
  let expected = answer(product + parameters[1])
  let received = try examination.call(
    "trained", arguments(probe.seed, parameters, x, factors),
    shownAs: "model(x), with other weights and biases")
  // Scores of some tens: sums of 784 products in Float.
  let tolerance = Tolerance(relative: 1e-4, absolute: 1e-4)
  let parts = ["scores", "gradient of the weights", "gradient of the biases"]
  guard
    let words = difference(
      of: received, from: expected, within: tolerance, parts: parts)
  else { return nil }
  let remark: Remark
  if let times = [0, -1, 2].first(where: { times in
    guard case .list(let got) = received, let scores = got.first else {
      return false
    }
    return difference(
      of: scores, from: .tensor(product + parameters[1] * Float(times)),
      within: tolerance) == nil
  }) {
    remark = .mistake("biases-not-once", ["times": times])
  } else if case .list(let got) = received, got.count == 3,
    let missing = [1, 2].first(where: { place in
      got[place].tensor.values.allSatisfy { $0 == 0 }
    })
  {
    remark = .mistake(
      "gradient-missing", ["parameters": missing == 1 ? "weights" : "biases"])
  } else {
    remark = .words(words)
  }
  return probe.failure(
    remark, expected: expected.summary, received: received.summary,
    section: "gradients-come-by-themselves")
}

/// A wrong transformation of the scores.
private struct ScoreMistake: Sendable {
  let key: String
  let imitation: @Sendable (Tensor) -> Tensor
}

private let scoreMistakes = [
  ScoreMistake(key: "softmax-in-model") { $0.softmax() },
  ScoreMistake(key: "softmax-in-model.log") { $0.logSoftmax() },
  ScoreMistake(key: "activation-at-end") { 1 / (1 + (-$0).exp()) },
  ScoreMistake(key: "activation-at-end.relu") { scores in
    Tensor(scores.values.map { max($0, 0) }, shape: scores.shape)
  },
]

/// A model that is identified by its seed.
private struct Probe {
  let seed: UInt64

  func parameters(_ examination: Examination) throws -> [Tensor] {
    let value = try examination.call("parameters", arguments(seed))
    return try [Tensor](wireValue: value)
  }

  func failure(
    _ remark: Remark, expected: String, received: String,
    section: String = start
  ) -> Failure {
    Failure(
      remark,
      counterexample: Counterexample(
        arguments: "makeModel(seed: \(seed))", expected: expected,
        received: received),
      section: section)
  }

  /// The failure for parameters of wrong shapes; nil if the shapes are right.
  func wrongShapes(_ parameters: [Tensor]) -> Failure? {
    let shapes = parameters.map(\.shape)
    if shapes == [[784, 10], [10]] { return nil }
    let remark: Remark =
      switch shapes {
      case []: .sentence("no-parameters")
      case [[10, 784], [784]]: .mistake("inputs-and-outputs-swapped")
      case _ where shapes.count > 2:
        .mistake("extra-layers", ["layers": shapes.count / 2])
      default: .mistake("wrong-sizes")
      }
    return failure(
      remark, expected: "parameters of shapes [784, 10] and [10]",
      received: shapes.isEmpty
        ? "none" : shapes.map { "\($0)" }.joined(separator: ", "),
      section: row)
  }

  private func failure(of odd: OddWeights) -> Failure {
    failure(
      .mistake(odd.mistake), expected: odd.expected, received: odd.received)
  }

  /// The failure for weights of a wrong spread; nil if the spread is right.
  func wrongSpread(_ w: [Double]) -> Failure? {
    if let odd = OddWeights(repeatedIn: w) { return failure(of: odd) }
    let mean = w.reduce(0, +) / Double(w.count)
    let variance =
      w.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(w.count)
    let deviation = variance.squareRoot()
    // For 7,840 weights, the mean usually lies within 1.1e-4 of 0 and the
    // standard deviation within 8e-5 of 0.01. Errors six times as large do not
    // occur by chance.
    if mean.magnitude <= 7e-4 && (deviation - 0.01).magnitude <= 5e-4 {
      return OddWeights(w, mean: mean, deviation: deviation).map(failure)
    }
    let remark: Remark =
      switch deviation {
      case 0: .mistake("not-initialized")
      case 0.095...0.105: .mistake("variance-for-deviation")
      case 0.95...1.05: .mistake("standard-normal")
      default: .sentence("spread", ["mean": mean, "deviation": deviation])
      }
    return failure(
      remark, expected: "mean 0, standard deviation 0.01",
      received: "mean \(mean), standard deviation \(deviation)")
  }
}

extension SeededGenerator {
  /// Made-up images with one pixel in four lit.
  fileprivate mutating func pictures(count: Int) -> Tensor {
    var pixels = [Float](repeating: 0, count: count * 784)
    var place = below(7)
    while place < pixels.count {
      pixels[place] = Float(below(256)) / 255
      place += 1 + below(7)
    }
    return Tensor(pixels, shape: [count, 1, 28, 28])
  }
}
