internal import Checks
internal import References
internal import System
internal import Tensors
internal import Wire

// The three functions, with their references and known mistakes.

/// Hoeffding's number of examples before it is rounded up.
func exactSampleSize(error: Double, confidence: Double) -> Double {
  -log(1 - confidence) / (2 * error * error)
}

let hoeffdingSubject = Subject(
  "hoeffdingSampleSize(error:confidence:)", axes: ["", ""],
  freedom: hoeffdingFreedom,
  reference: { (error: Double, confidence: Double) in
    whole(exactSampleSize(error: error, confidence: confidence).rounded(.up))
  },
  mistakes: hoeffdingMistakes)

private let hoeffdingMistakes: [KnownMistake] = [
  size("two-sided") { error, risk in
    (log(2 / risk) / (2 * error * error)).rounded(.up)
  },
  size("rounded-down") { error, risk in
    (log(1 / risk) / (2 * error * error)).rounded(.down)
  },
  size("rounded-near") { error, risk in
    (log(1 / risk) / (2 * error * error)).rounded()
  },
  size("one-too-many") { error, risk in
    (log(1 / risk) / (2 * error * error)).rounded(.up) + 1
  },
  size("error-not-squared") { error, risk in
    (log(1 / risk) / (2 * error)).rounded(.up)
  },
  size("two-forgotten") { error, risk in
    (log(1 / risk) / (error * error)).rounded(.up)
  },
  size("confidence-for-risk") { error, risk in
    (log(1 / (1 - risk)) / (2 * error * error)).rounded(.up)
  },
  size("sign-forgotten") { error, risk in
    (log(risk) / (2 * error * error)).rounded(.up)
  },
  size("base-ten") { error, risk in
    (log10(1 / risk) / (2 * error * error)).rounded(.up)
  },
  size("base-two") { error, risk in
    (log2(1 / risk) / (2 * error * error)).rounded(.up)
  },
  size("standard-error") { error, _ in (1 / (4 * error * error)).rounded(.up) },
]

private func size(
  _ key: String,
  _ imitation: @escaping @Sendable (_ error: Double, _ risk: Double) -> Double
) -> KnownMistake {
  KnownMistake(key) {
    (error: Double, confidence: Double) in
    whole(imitation(error, 1 - confidence))
  }
}

/// A number as an Int; −1 if it is not an integer.
private func whole(_ number: Double) -> Int { Int(exactly: number) ?? -1 }

let decaySubject = Subject(
  "weightDecayStep(_:gradients:learningRate:decay:batchSize:)",
  axes: ["", "", "", "", ""], freedom: decayFreedom, reference: stepped(),
  mistakes: decayMistakes,
  telling: { random, _ in random.decay(features: 3, classes: 2) })

private let decayMistakes: [KnownMistake] = [
  wrongStep(
    "bias-decayed",
    bias: { b, g, s in (1 - s.rate * s.decay) * b - s.rate / s.size * g }),
  wrongStep(
    "rate-forgotten",
    weight: { w, g, s in (1 - s.decay) * w - s.rate / s.size * g }),
  wrongStep(
    "decay-divided",
    weight: { w, g, s in
      (1 - s.rate * s.decay / s.size) * w - s.rate / s.size * g
    }),
  wrongStep(
    "batch-size-ignored",
    weight: { w, g, s in (1 - s.rate * s.decay) * w - s.rate * g },
    bias: { b, g, s in b - s.rate * g }),
  wrongStep(
    "batch-size-ignored.weights",
    weight: { w, g, s in (1 - s.rate * s.decay) * w - s.rate * g }),
  wrongStep(
    "batch-size-ignored.biases", bias: { b, g, s in b - s.rate * g }),
  wrongStep(
    "growth",
    weight: { w, g, s in (1 + s.rate * s.decay) * w - s.rate / s.size * g }),
  wrongStep(
    "doubled",
    weight: { w, g, s in
      (1 - 2 * s.rate * s.decay) * w - s.rate / s.size * g
    }),
  wrongStep(
    "halved",
    weight: { w, g, s in
      (1 - s.rate * s.decay / 2) * w - s.rate / s.size * g
    }),
  wrongStep(
    "decay-forgotten", weight: { w, g, s in w - s.rate / s.size * g }),
  wrongStep(
    "step-decayed",
    weight: { w, g, s in (1 - s.rate * s.decay) * (w - s.rate / s.size * g) }),
  wrongStep(
    "sign-decayed",
    weight: { w, g, s in
      w - s.rate * s.decay * (w > 0 ? 1 : -1) - s.rate / s.size * g
    }),
  wrongStep(
    "ascent",
    weight: { w, g, s in (1 + s.rate * s.decay) * w + s.rate / s.size * g }),
  wrongStep(
    "ascent",
    weight: { w, g, s in (1 - s.rate * s.decay) * w + s.rate / s.size * g },
    bias: { b, g, s in b + s.rate / s.size * g }),
]

/// The settings of a step.
private struct Settings {
  var rate: Double
  var decay: Double
  var size: Double
}

private typealias Stepping =
  @Sendable (_ parameter: Double, _ gradient: Double, Settings) -> Double

private let rightWeight: Stepping = { w, g, s in
  w - s.rate * (g / s.size + s.decay * w)
}

private let rightBias: Stepping = { b, g, s in b - s.rate * g / s.size }

private func wrongStep(
  _ key: String,
  weight: @escaping Stepping = rightWeight, bias: @escaping Stepping = rightBias
) -> KnownMistake {
  KnownMistake(key, imitation: stepped(weight: weight, bias: bias))
}

/// A step of weights and biases, computed number by number in Double.
private func stepped(
  weight: @escaping Stepping = rightWeight, bias: @escaping Stepping = rightBias
) -> @Sendable ([Tensor], [Tensor], Float, Float, Int) -> [Tensor] {
  { parameters, gradients, rate, decay, size in
    let settings = Settings(
      rate: Double(rate), decay: Double(decay), size: Double(size))
    return zip(zip(parameters, gradients), [weight, bias]).map { pair, step in
      let values = zip(pair.0.values, pair.1.values).map {
        Float(step(Double($0), Double($1), settings))
      }
      return Tensor(values, shape: pair.0.shape)
    }
  }
}

let shiftSubject = Subject(
  "labelShift(confusion:predicted:)", axes: ["", ""], freedom: shiftFreedom,
  reference: { (c: Tensor, mu: Tensor) in solution(of: matrix(c), mu) },
  mistakes: shiftMistakes)

private let shiftMistakes: [KnownMistake] = [
  wrongShift("transposed") { c, mu in solution(of: matrix(c.transposed()), mu)
  },
  wrongShift("multiplied") { c, mu in c.matmul(mu) },
  wrongShift("multiplied.transposed") { c, mu in c.transposed().matmul(mu) },
  wrongShift("predicted-returned") { _, mu in mu },
  wrongShift("diagonal-only") { c, mu in
    Tensor((0..<mu.count).map { mu[$0] / c[$0, $0] })
  },
  wrongShift("diagonal-only") { c, mu in
    Tensor(
      (0..<mu.count).map { c[$0, $0] == 0 ? 0 : mu[$0] / c[$0, $0] })
  },
  wrongShift("row-sums") { c, mu in mu / c.sum(axis: 1) },
  wrongShift("weights-returned") { c, mu in mu / solution(of: matrix(c), mu) },
  wrongShift("weights-returned.inverse") { c, mu in
    solution(of: matrix(c), mu) / mu
  },
  wrongShift("column") { c, mu in solution(of: matrix(c), mu).reshaped([-1, 1])
  },
  wrongShift("no-pivot") { c, mu in
    solution(of: matrix(c), mu, pivoting: .never)
  },
  wrongShift("no-pivot.first-only") { c, mu in
    solution(of: matrix(c), mu, pivoting: .first)
  },
  wrongShift("no-pivot.next") { c, mu in
    solution(of: matrix(c), mu, pivoting: .withNext)
  },
  wrongShift("mu-not-exchanged") { c, mu in
    solution(of: matrix(c), mu, exchangesMu: false)
  },
  wrongShift("mu-not-exchanged") { c, mu in
    solution(of: matrix(c), mu, pivoting: .atZero, exchangesMu: false)
  },
]

private func wrongShift(
  _ key: String,
  _ imitation: @escaping @Sendable (Tensor, Tensor) -> Tensor
) -> KnownMistake {
  KnownMistake(key) {
    (c: Tensor, mu: Tensor) in imitation(c, mu)
  }
}

private func matrix(_ c: Tensor) -> [[Double]] {
  (0..<c.shape[0]).map { c.row($0).values.map { Double($0) } }
}

/// Whether elimination that exchanges no equations divides by 0.
func meetsZero(_ c: Tensor) -> Bool {
  let q = c.shape[0]
  let some = Tensor((0..<q).map { Float($0 + 1) })
  return !solution(of: matrix(c), some, pivoting: .never).values
    .allSatisfy(\.isFinite)
}

/// The largest magnitude in the inverse of a matrix; infinite if there is none.
func largestOfInverse(_ rows: [[Double]]) -> Double {
  let inverse = rows.indices.flatMap { i in
    solution(of: rows, Tensor(rows.indices.map { $0 == i ? 1 : 0 })).values
  }
  guard inverse.allSatisfy(\.isFinite) else { return .infinity }
  return inverse.reduce(0) { max($0, Double($1.magnitude)) }
}

/// When rows are exchanged.
private enum Pivoting { case always, atZero, first, withNext, never }

/// The solution of C p = μ, by elimination in Double.
private func solution(
  of c: [[Double]], _ mu: Tensor, pivoting: Pivoting = .always,
  exchangesMu: Bool = true
) -> Tensor {
  let q = c.count
  var rows = zip(c, mu.values).map { $0 + [Double($1)] }
  for column in 0..<q {
    let best = pivot(of: rows, column, pivoting)
    rows.swapAt(column, best)
    if !exchangesMu {
      (rows[column][q], rows[best][q]) = (rows[best][q], rows[column][q])
    }
    for row in 0..<q where row != column {
      let factor = rows[row][column] / rows[column][column]
      for k in 0...q { rows[row][k] -= factor * rows[column][k] }
    }
  }
  return Tensor((0..<q).map { Float(rows[$0][q] / rows[$0][$0]) })
}

/// The row to exchange with row `column` before it is used.
private func pivot(
  of rows: [[Double]], _ column: Int, _ pivoting: Pivoting
) -> Int {
  let below = column..<rows.count
  let largest = below.max {
    rows[$0][column].magnitude < rows[$1][column].magnitude
  }
  return switch pivoting {
  case .always: largest ?? column
  case .atZero: below.first { rows[$0][column] != 0 } ?? column
  case .first: column == 0 ? largest ?? column : column
  case .withNext:
    rows[column][column] == 0 ? min(column + 1, rows.count - 1) : column
  case .never: column
  }
}
