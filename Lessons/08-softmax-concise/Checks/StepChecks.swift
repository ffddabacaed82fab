internal import Checks
internal import References
internal import Tensors
internal import Wire

/// The weights and biases after each of some steps: one with gradients of 0,
/// one with each of the given gradients, and one more with gradients of 0.
///
/// Without a gradient nothing should move; what moves first is due to weight
/// decay, and what moves last to momentum.
private let makeOptimizer = Subject(
  "makeOptimizer(for:)", axes: ["io", "o", "sio", "so"],
  reference: steps(), mistakes: wrongSettings, asking: "steps",
  parts: ["weights", "biases"],
  display: Display(value: shown(path:)) {
    (w: Tensor, b: Tensor, dw: Tensor, db: Tensor) in
    "\(counted(dw.shape[0], "step")) from weights \(shown(.tensor(w))) and "
      + "biases \(shown(.tensor(b))), with gradients of \(inTurn(dw)) and of "
      + "\(inTurn(db)); before and after these, a step with gradients of 0"
  })

@Sendable private func shown(path: WireValue) -> String {
  guard let parts = try? [Tensor](wireValue: path), parts.count == 2 else {
    return path.summary
  }
  return "weights \(inTurn(parts[0])); biases \(inTurn(parts[1]))"
}

/// The parts of a tensor along its first axis.
private func inTurn(_ tensor: Tensor) -> String {
  let rest = Array(tensor.shape.dropFirst())
  return tensor.reshaped([tensor.shape[0], -1]).rows
    .map { shown(.tensor(Tensor($0, shape: rest))) }
    .joined(separator: ", then ")
}

let stepChecks: [Check] = [
  stepCheck("step-one") { random, number in
    random.walk(steps: 1, kind: number)
  },
  stepCheck("step-several") { random, number in
    random.walk(steps: 3, kind: number)
  },
  // Only weight decay moves these, and far enough to be noticed.
  stillCheck("step-still") { random, _ in
    random.walk(times: 1_000, slopes: 0)
  },
  // The first step ends near 0; the second reveals what is left of it.
  stillCheck("step-forgotten") { random, _ in
    random.walk(times: 1e5, slopes: 10)
  },
]

private let section = "the-optimizer"

private func stepCheck(_ id: String, inputs: @escaping Inputs) -> Check {
  .holds(id, makeOptimizer, section: section, trials: 4, inputs: inputs) {
    trial in
    // A few steps in Float between numbers of one size.
    let size = trial.arguments.flatMap(\.tensor.values).map(\.magnitude).max()
    let words = difference(
      of: trial.received, from: trial.expected,
      within: Tolerance(relative: 1e-5, absolute: 1e-5 * Double(size ?? 0)),
      parts: makeOptimizer.parts)
    return try words.map { Violation(.words($0)) } ?? restless(trial)
  }
}

private func stillCheck(_ id: String, inputs: @escaping Inputs) -> Check {
  .holds(
    id, makeOptimizer, section: section, trials: 1, inputs: inputs,
    property: restless)
}

@Sendable private func restless(_ trial: Trial) throws -> Violation? {
  try Path(trial.arguments, trial.received).rests
    ? nil : Violation(.words("a step with a gradient of 0 moves something"))
}

/// The steps p − η v, where v = μ v + g + λ p.
private func steps(
  rate: Float = 0.1, decay: Float = 0, momentum: Float = 0
) -> @Sendable (Tensor, Tensor, Tensor, Tensor) -> [Tensor] {
  { w, b, dw, db in
    [(w, dw), (b, db)].map { start, slopes in
      var p = start
      var v = start * 0
      let zeros = v.values
      let all = zeros + slopes.values + zeros
      let path = stride(from: 0, to: all.count, by: p.count).flatMap { step in
        let g = Tensor(Array(all[step..<step + p.count]), shape: p.shape)
        v = momentum * v + g + decay * p
        p -= rate * v
        return p.values
      }
      return Tensor(path, shape: [slopes.shape[0] + 2] + start.shape)
    }
  }
}

extension SeededGenerator {
  /// The arguments for some steps between numbers of a kind of sizes, few or
  /// many, small or large.
  fileprivate mutating func walk(steps: Int, kind: Int) -> [WireValue] {
    let (rows, columns) = [(3, 2), (1, 1), (2, 5), (300, 1)][kind % 4]
    let scale = [Float(1), 1e6, 1e-6, 1][kind % 4]
    func numbers(_ shape: [Int]) -> Tensor {
      vector(shape.reduce(1, *)).reshaped(shape) * scale
    }
    return arguments(
      numbers([rows, columns]), numbers([columns]),
      numbers([steps, rows, columns]), numbers([steps, columns]))
  }

  /// The arguments for one step with gradients that are a multiple of the
  /// parameters.
  fileprivate mutating func walk(
    times scale: Float, slopes multiple: Float
  ) -> [WireValue] {
    let (w, b) = (scores(rows: 3, columns: 2) * scale, vector(2) * scale)
    return arguments(
      w, b, w.reshaped([1, 3, 2]) * multiple, b.reshaped([1, 2]) * multiple)
  }
}

// MARK: - Wrong settings

private let wrongSettings: [KnownMistake] = [
  .recognized(
    "weight-decay",
    by: { arguments, received in
      let decay = try Path(arguments, received).decay
      return decay > 0 ? ["decay": decay] : nil
    }, example: steps(decay: 0.01)),
  .recognized(
    "momentum",
    by: { arguments, received in
      let path = try Path(arguments, received)
      return path.decay == 0 && !path.rests ? [:] : nil
    }, example: steps(momentum: 0.9)),
  KnownMistake("learning-rate.zero", imitation: steps(rate: 0)),
  .recognized(
    "learning-rate",
    by: { arguments, received in
      let path = try Path(arguments, received)
      guard path.rests, let rate = path.rate else { return nil }
      return rate == 0.1 ? nil : ["rate": rate]
    }, example: steps(rate: 0.01)),
]

/// How far each step moved each parameter.
private struct Path {
  private let start: [Float]
  private let slopes: [[Float]]
  private let moves: [[Float]]

  init(_ arguments: [WireValue], _ received: WireValue) throws {
    let ends = try [Tensor](wireValue: received)
    start = arguments[0].tensor.values + arguments[1].tensor.values
    slopes = rows(arguments[2].tensor, arguments[3].tensor)
    let places = [start] + rows(ends[0], ends[1])
    moves = zip(places, places.dropFirst()).map { zip($0, $1).map(-) }
  }

  /// Whether nothing moves without a gradient.
  var rests: Bool {
    [moves.first, moves.last].allSatisfy { $0?.allSatisfy { $0 == 0 } == true }
  }

  var decay: Float {
    let pull = ratio(moves[0], start) ?? 0
    return (pull / 0.1 * 1_000_000).rounded() / 1_000_000
  }

  /// The learning rate; nil if there is no gradient.
  var rate: Float? {
    ratio(moves[1], slopes[0]).map { ($0 * 10_000).rounded() / 10_000 }
  }
}

/// The weights and biases of each step in one list.
private func rows(_ weights: Tensor, _ biases: Tensor) -> [[Float]] {
  zip(weights.reshaped([biases.shape[0], -1]).rows, biases.rows).map(+)
}

/// The factor that turns the second list into the first, as nearly as one does.
private func ratio(_ a: [Float], _ b: [Float]) -> Float? {
  let squares = b.reduce(0) { $0 + $1 * $1 }
  return squares > 0
    ? zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / squares : nil
}
