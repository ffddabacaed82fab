internal import Checks
internal import Tensors
internal import Wire

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

// The three functions: what is right, and what goes wrong.

/// Hoeffding's number of examples, before it is rounded up.
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
  size(
    "two-sided",
    "You guarded both sides, with ln(2 / δ): for error rates that are measured "
      + "too high or too low. Asked for is one side, ln(1 / δ)."
  ) { error, risk in (log(2 / risk) / (2 * error * error)).rounded(.up) },
  size(
    "rounded-down",
    "You dropped the fraction, and are one example short of the promise: "
      + "round up."
  ) { error, risk in (log(1 / risk) / (2 * error * error)).rounded(.down) },
  size(
    "rounded-near",
    "You rounded to the nearest whole number, which may be one too few: round "
      + "up."
  ) { error, risk in (log(1 / risk) / (2 * error * error)).rounded() },
  size(
    "one-too-many",
    "You added 1 to the number that was rounded up already."
  ) { error, risk in (log(1 / risk) / (2 * error * error)).rounded(.up) + 1 },
  size(
    "error-not-squared",
    "You did not square the error: half the error takes four times as many "
      + "examples, not twice as many."
  ) { error, risk in (log(1 / risk) / (2 * error)).rounded(.up) },
  size(
    "two-forgotten",
    "You left out the 2 below the bar: n is at least ln(1 / δ) / (2 ε²)."
  ) { error, risk in (log(1 / risk) / (error * error)).rounded(.up) },
  size(
    "confidence-for-risk",
    "δ is the risk that remains, 1 − confidence; you put the confidence "
      + "itself in its place."
  ) { error, risk in (log(1 / (1 - risk)) / (2 * error * error)).rounded(.up) },
  size(
    "sign-forgotten",
    "You took the logarithm of δ itself, which is negative; take that of "
      + "1 / δ."
  ) { error, risk in (log(risk) / (2 * error * error)).rounded(.up) },
  size(
    "base-ten",
    "You took the logarithm to base 10; here it is the natural one, `log`."
  ) { error, risk in (log10(1 / risk) / (2 * error * error)).rounded(.up) },
  size(
    "base-two",
    "You took the logarithm to base 2; here it is the natural one, `log`."
  ) { error, risk in (log2(1 / risk) / (2 * error * error)).rounded(.up) },
  size(
    "standard-error",
    "You used 1 / (4 ε²), for which the standard deviation of the error rate "
      + "is ε. The confidence has to come in."
  ) { error, _ in (1 / (4 * error * error)).rounded(.up) },
]

private func size(
  _ id: String, _ explanation: String,
  _ imitation: @escaping @Sendable (_ error: Double, _ risk: Double) -> Double
) -> KnownMistake {
  KnownMistake(id, explanation, section: "how-many-test-examples") {
    (error: Double, confidence: Double) in
    whole(imitation(error, 1 - confidence))
  }
}

/// A number as an Int; −1 where it is none.
private func whole(_ number: Double) -> Int { Int(exactly: number) ?? -1 }

let decaySubject = Subject(
  "weightDecayStep(_:gradients:learningRate:decay:batchSize:)",
  axes: ["", "", "", "", ""], freedom: decayFreedom, reference: stepped(),
  mistakes: decayMistakes)

private let decayMistakes: [KnownMistake] = [
  wrongStep(
    "bias-decayed",
    "The biases decayed as well. Only the weights do: a bias makes no model "
      + "more complicated.",
    bias: { b, g, s in (1 - s.rate * s.decay) * b - s.rate / s.size * g }),
  wrongStep(
    "rate-forgotten",
    "You shrank the weights by `decay` itself. The penalty's gradient, decay "
      + "times w, takes part in the step, so it is multiplied by the learning "
      + "rate.",
    weight: { w, g, s in (1 - s.decay) * w - s.rate / s.size * g }),
  wrongStep(
    "decay-divided",
    "You divided the decay by the batch size. The penalty is added once to the "
      + "mean loss, not once for each example.",
    weight: { w, g, s in
      (1 - s.rate * s.decay / s.size) * w - s.rate / s.size * g
    }),
  wrongStep(
    "batch-size-ignored",
    "You did not divide the gradients by `batchSize`; they are those of the "
      + "sum over the batch.",
    weight: { w, g, s in (1 - s.rate * s.decay) * w - s.rate * g },
    bias: { b, g, s in b - s.rate * g }),
  wrongStep(
    "growth",
    "Your weights grow: the decay has the wrong sign. They are multiplied by "
      + "1 − η λ.",
    weight: { w, g, s in (1 + s.rate * s.decay) * w - s.rate / s.size * g }),
  wrongStep(
    "doubled",
    "Your decay is twice what it should be: the penalty is λ / 2 times the "
      + "squares, and the ½ cancels the 2.",
    weight: { w, g, s in
      (1 - 2 * s.rate * s.decay) * w - s.rate / s.size * g
    }),
  wrongStep(
    "halved",
    "Your decay is half of what it should be: the 2 of the derivative cancels "
      + "the ½ of the penalty.",
    weight: { w, g, s in
      (1 - s.rate * s.decay / 2) * w - s.rate / s.size * g
    }),
  wrongStep(
    "decay-forgotten", "The weights do not decay; this is the plain step.",
    weight: { w, g, s in w - s.rate / s.size * g }),
  wrongStep(
    "step-decayed",
    "You took the step first and shrank what came out. The penalty's gradient "
      + "belongs to the weights as they were before the step.",
    weight: { w, g, s in (1 - s.rate * s.decay) * (w - s.rate / s.size * g) }),
  wrongStep(
    "sign-decayed",
    "You subtracted η λ times the sign of each weight, which belongs to a "
      + "penalty on absolute values (the lasso). Here the squares are "
      + "penalised.",
    weight: { w, g, s in
      w - s.rate * s.decay * (w > 0 ? 1 : -1) - s.rate / s.size * g
    }),
  wrongStep(
    "ascent", "Your step goes along the gradients, uphill; subtract them.",
    weight: { w, g, s in (1 - s.rate * s.decay) * w + s.rate / s.size * g },
    bias: { b, g, s in b + s.rate / s.size * g }),
]

/// What a step is made with.
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
  _ id: String, _ explanation: String,
  weight: @escaping Stepping = rightWeight, bias: @escaping Stepping = rightBias
) -> KnownMistake {
  KnownMistake(
    id, explanation, section: "weight-decay",
    imitation: stepped(weight: weight, bias: bias))
}

/// A step of weights and biases, number by number in Double.
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
  wrongShift(
    "transposed",
    "You exchanged rows and columns of C: C[i, j] is the share of class j that "
      + "is taken for class i, so that the columns sum to 1 and equation i is "
      + "row i."
  ) { c, mu in solution(of: matrix(c.transposed()), mu) },
  wrongShift(
    "multiplied",
    "You multiplied C by μ. That would be right for going from the labels to "
      + "the predictions; here we go back, and have to solve C p = μ."
  ) { c, mu in c.matmul(mu) },
  wrongShift(
    "multiplied",
    "You multiplied the transposed C by μ. To go back from predictions to "
      + "labels, C p = μ has to be solved."
  ) { c, mu in c.transposed().matmul(mu) },
  wrongShift(
    "predicted-returned",
    "You returned the predictions' distribution. The classifier mistakes some "
      + "classes for others, so that the labels' is another."
  ) { _, mu in mu },
  wrongShift(
    "diagonal-only",
    "You divided by the diagonal of C only. What is taken for class i comes "
      + "from other classes, too."
  ) { c, mu in
    Tensor((0..<mu.count).map { mu[$0] / c[$0, $0] })
  },
  wrongShift(
    "weights-returned",
    "You returned μ divided by p, or the reverse; wanted is p."
  ) { c, mu in mu / solution(of: matrix(c), mu) },
  wrongShift(
    "weights-returned",
    "You returned p divided by μ; wanted is p."
  ) { c, mu in solution(of: matrix(c), mu) / mu },
  wrongShift(
    "column",
    "The numbers are right, but they stand in a column of shape [q, 1]; the "
      + "result has shape [q]."
  ) { c, mu in solution(of: matrix(c), mu).reshaped([-1, 1]) },
  wrongShift(
    "no-pivot",
    "You divided by a 0 on the diagonal. Exchange equations first, so that "
      + "the largest coefficient of the column comes on top."
  ) { c, mu in solution(of: matrix(c), mu, pivoting: .never) },
  wrongShift(
    "no-pivot",
    "You exchanged equations for the first column only, and later divided by "
      + "0. Before each division, bring the largest coefficient of its column "
      + "on top."
  ) { c, mu in solution(of: matrix(c), mu, pivoting: .first) },
  wrongShift(
    "no-pivot",
    "Where a coefficient was 0 you took the next equation, in which it may be "
      + "0 as well. Of all that are left, take the one in which it is largest."
  ) { c, mu in solution(of: matrix(c), mu, pivoting: .withNext) },
  wrongShift("mu-not-exchanged", leftBehind) { c, mu in
    solution(of: matrix(c), mu, exchangesMu: false)
  },
  wrongShift("mu-not-exchanged", leftBehind) { c, mu in
    solution(of: matrix(c), mu, pivoting: .atZero, exchangesMu: false)
  },
]

private let leftBehind =
  "You exchanged rows of C and left the numbers of μ where they were. An "
  + "equation has two sides: where two rows of C change places, their μᵢ do, "
  + "too."

private func wrongShift(
  _ id: String, _ explanation: String,
  _ imitation: @escaping @Sendable (Tensor, Tensor) -> Tensor
) -> KnownMistake {
  KnownMistake(id, explanation, section: "label-shift-corrected") {
    (c: Tensor, mu: Tensor) in imitation(c, mu)
  }
}

private func matrix(_ c: Tensor) -> [[Double]] {
  (0..<c.shape[0]).map { c.row($0).values.map { Double($0) } }
}

/// The largest number of the inverse of a matrix; infinite without one.
func largestOfInverse(_ rows: [[Double]]) -> Double {
  let inverse = rows.indices.flatMap { i in
    solution(of: rows, Tensor(rows.indices.map { $0 == i ? 1 : 0 })).values
  }
  guard inverse.allSatisfy(\.isFinite) else { return .infinity }
  return inverse.reduce(0) { max($0, Double($1.magnitude)) }
}

/// When equations change places.
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

/// The row that is exchanged with row `column` before it is used.
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
