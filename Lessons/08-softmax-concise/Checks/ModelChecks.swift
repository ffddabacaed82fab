internal import Checks
internal import References
internal import Tensors
internal import Wire

// A model cannot be sent between processes; its checks examine what it
// contains and does.

private let row = "layers-in-a-row"
private let learning = "gradients-come-by-themselves"

let makeModel = InitialParameters(
  "makeModel(seed:)", asking: "parameters", mistakes: wrongShapes,
  section: "how-the-weights-begin")

let conciseModelChecks: [Check] = [
  makeModel.check("model-shapes", seeds: [nil, 0, .max], section: row),
  scoresCheck("model-scores", count: 3), scoresCheck("model-one", count: 1),
  scoresCheck("model-many", count: 520),
  // Scores of some tens: sums of 784 products in Float.
  .agrees(
    "model-trained", model(mistakes: missingGradients),
    within: Tolerance(relative: 1e-4, absolute: 1e-4),
    section: learning, trials: 1
  ) { random, _ in random.inputs(count: 3, times: 1) },
  makeModel.spread("model-spread"),
  makeModel.exactSpread("model-spread-exact"),
  makeModel.biases("model-biases"), makeModel.seed("model-seed"),
  Check("model-learns", of: makeModel.subject, section: learning) {
    examination in
    let seed = examination.random.next()
    let tracking = try examination.call("tracking", arguments(seed))
    guard case .integers(let flags) = tracking, flags.contains(0) else {
      return nil
    }
    return Failure(
      .mistake("not-tracking"),
      counterexample: Counterexample(
        arguments: "makeModel(seed: \(seed))",
        expected: "all parameters track gradients",
        received: "\(flags.count { $0 == 0 }) of \(flags.count) do not"))
  },
]

private func scoresCheck(_ id: String, count: Int) -> Check {
  // A score is a sum of 784 products in Float, accurate to 1e-5.
  let tolerance = Tolerance(relative: 1e-4, absolute: 1e-5)
  return .holds(
    id, model(), within: tolerance, section: row, trials: 1
  ) { random, _ in
    random.inputs(count: count)
  } property: { trial in
    guard case .list(let answer) = trial.received,
      case .list(let right) = trial.expected
    else { return nil }
    let (received, expected) = (answer[0], right[0])
    return difference(of: received, from: expected, within: tolerance).map {
      Violation(
        .words($0), expected: expected.summary, received: received.summary)
    }
  }
}

// MARK: - The parameters

private let wrongShapes: [KnownMistake] = [
  misshapen("no-parameters", as: []) { $0.isEmpty ? [:] : nil },
  misshapen("inputs-and-outputs-swapped", as: [[10, 784], [784]]) {
    $0 == [[10, 784], [784]] ? [:] : nil
  },
  misshapen("extra-layers", as: [[784, 32], [32], [32, 10], [10]]) {
    $0.count > 2 ? ["layers": $0.count / 2] : nil
  },
  misshapen("wrong-sizes", as: [[28, 10], [10]]) { _ in [:] },
]

private func misshapen(
  _ key: String, as example: [[Int]],
  recognizing signs: @escaping @Sendable ([[Int]]) -> Remark.Values?
) -> KnownMistake {
  .recognized(
    key,
    by: { _, received in
      let shapes = try [Tensor](wireValue: received).map(\.shape)
      // Right parameters, or scores and gradients of the same shapes.
      let isRight =
        shapes.count < 4 && shapes.suffix(2) == [[784, 10], [10]]
      return isRight ? nil : signs(shapes)
    }, example: { (_: UInt64) in example.map { Tensor.zeros(shape: $0) } })
}

// MARK: - Scores and gradients

/// What a model with other parameters makes of pictures: the scores, and the
/// gradients of a weighted sum of the scores.
private func model(mistakes: [KnownMistake] = []) -> Subject {
  Subject(
    makeModel.subject.name, axes: ["", "", "", "n", "n"],
    reference: answer { $0 + $1 },
    mistakes: wrongShapes + wrongScores + [flattenMissing] + mistakes,
    asking: "answer",
    parts: ["scores", "gradient of the weights", "gradient of the biases"],
    display: Display(value: shown(answer:)) {
      (seed: UInt64, _: Tensor, _: Tensor, x: Tensor, _: Tensor) in
      "makeModel(seed: \(seed))(x), with other weights and biases, and x of "
        + "shape \(x.shape)"
    })
}

/// Of parameters that do not fit, only the shapes are shown.
@Sendable private func shown(answer: WireValue) -> String {
  guard case .list(let parts) = answer, parts.count == 3 else {
    return shapes(of: answer)
  }
  return answer.summary
}

private typealias Answer =
  @Sendable (UInt64, Tensor, Tensor, Tensor, Tensor) throws -> [Tensor]

/// The answer with the scores that `scores` makes of xW and b.
private func answer(
  _ scores: @escaping @Sendable (Tensor, Tensor) -> Tensor
) -> Answer {
  { _, w, b, x, factors in
    let flat = x.reshaped([x.shape[0], 784])
    return [
      scores(flat.matmul(w), b), flat.transposed().matmul(factors),
      factors.sum(axis: 0),
    ]
  }
}

private let wrongScores =
  [
    KnownMistake(
      "softmax-in-model", imitation: answer { ($0 + $1).softmax() }),
    KnownMistake(
      "softmax-in-model.log", imitation: answer { ($0 + $1).logSoftmax() }),
    KnownMistake(
      "activation-at-end", imitation: answer { 1 / (1 + (-$0 - $1).exp()) }),
    KnownMistake(
      "activation-at-end.relu",
      imitation: answer { xw, b in
        let scores = xw + b
        return Tensor(scores.values.map { max($0, 0) }, shape: scores.shape)
      }),
  ]
  + [0, -1, 2].map { times in
    KnownMistake(
      "biases-not-once", ["times": times],
      imitation: answer { $0 + Float(times) * $1 })
  }

private let missingGradients = [(1, "weights"), (2, "biases")].map {
  part, name in
  KnownMistake("gradient-missing", ["parameters": name]) {
    (seed: UInt64, w: Tensor, b: Tensor, x: Tensor, factors: Tensor) in
    var parts = try answer { $0 + $1 }(seed, w, b, x, factors)
    parts[part] = parts[part] * 0
    return parts
  }
}

private let flattenMissing: KnownMistake = {
  var mistake = KnownMistake("flatten-missing") {
    (seed: UInt64, w: Tensor, b: Tensor, x: Tensor, factors: Tensor) in
    guard x.shape.count == 2 else { throw NoImitation() }
    return try answer { $0 + $1 }(seed, w, b, x, factors)
  }
  mistake.answered = { random, _ in random.inputs(count: 3, isFlat: true) }
  return mistake
}()

extension SeededGenerator {
  /// The arguments for made-up images with one pixel in four lit, and
  /// parameters of some size.
  fileprivate mutating func inputs(
    count: Int, times scale: Float = 0.1, isFlat: Bool = false
  ) -> [WireValue] {
    var pixels = [Float](repeating: 0, count: count * 784)
    var place = below(7)
    while place < pixels.count {
      pixels[place] = Float(below(256)) / 255
      place += 1 + below(7)
    }
    return arguments(
      next(), Tensor.normal(shape: [784, 10], using: &self) * scale,
      Tensor.normal(shape: [10], using: &self) * scale,
      Tensor(pixels, shape: isFlat ? [count, 784] : [count, 1, 28, 28]),
      Tensor.normal(shape: [count, 10], using: &self))
  }
}
