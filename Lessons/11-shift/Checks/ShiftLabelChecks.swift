internal import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of `labelShift`.
let labelShiftChecks: [Check] = [
  shiftCheck("shift-example", trials: 1) { _, _ in
    (Tensor([[0.9, 0.2], [0.1, 0.8]]), [0.25, 0.75])
  },
  shiftCheck("shift-agreement", trials: 8) {
    random, number in
    let q = 2 + number % 4
    return (random.confusion(q), random.distribution(q))
  },
  shiftCheck("shift-perfect", trials: 3) {
    random, number in
    let q = 2 + number
    let rows = (0..<q).map { i in (0..<q).map { $0 == i ? Float(1) : 0 } }
    return (Tensor(rows), random.distribution(q))
  },
  shiftCheck(
    "shift-pivot", trials: 4
  ) { random, number in
    // Two classes are swapped, which puts 0 on the diagonal; C is still
    // invertible.
    let q = 2 + number
    let clean = random.confusion(q)
    var rows = (0..<q).map { clean.row($0).values }
    for j in 0..<q { (rows[0][j], rows[1][j]) = (rows[1][j], rows[0][j]) }
    rows[1][0] += rows[0][0]
    rows[0][0] = 0
    return (Tensor(rows), random.distribution(q))
  },
  shiftCheck(
    "shift-pivots", trials: 24
  ) { random, number in
    switch number {
    case 0:
      // The second division is by 0, not the first.
      (
        Tensor([
          [0.5, 0.625, 0.25], [0.25, 0.3125, 0.5], [0.25, 0.0625, 0.25],
        ]),
        random.distribution(3)
      )
    case 1:
      // The first column is 0 except in its last row.
      (
        Tensor([[0, 0.5, 0.25], [0, 0.25, 0.5], [1, 0.25, 0.25]]),
        random.distribution(3)
      )
    case 2:
      // The whole first column is smaller than the first number of μ.
      (
        Tensor([[0, 0.9, 0.8], [0.5, 0.1, 0], [0.5, 0, 0.2]]),
        [0.05, 0.5, 0.45]
      )
    case 3:
      // The second division is by a rounding error instead of 0.
      (
        Tensor([[0.3, 0.1, 0.6], [0.45, 0.15, 0.1], [0.25, 0.75, 0.3]]),
        random.distribution(3)
      )
    default:
      (
        random.awkwardConfusion(2 + number % 5, sixteenths: number % 2 == 0),
        random.distribution(2 + number % 5)
      )
    }
  },
  shiftCheck("shift-absent", trials: 8) {
    random, number in
    let q = 3 + number % 3
    // The absent class is the first, the last, one in between, or all but one;
    // then the same with a classifier that never predicts an absent class.
    let absent = [0, q - 1, q / 2, random.below(q)][number % 4]
    let isAlone = number % 4 == 3
    let p = random.distribution(q).enumerated().map { i, share in
      (i == absent) == isAlone ? share : 0
    }
    let sum = p.reduce(0, +)
    let unit = Tensor((0..<q).map { i in (0..<q).map { $0 == i ? 1 : 0 } })
    return (number < 4 ? random.confusion(q) : unit, p.map { $0 / sum })
  },
  shiftCheck("shift-one", trials: 1) { _, _ in
    (Tensor([[1]]), [1])
  },
  shiftCheck("shift-many", trials: 1) { random, _ in
    (random.confusion(8), random.distribution(8))
  },
  // The rounding of a Float grows to 1e-5, and 1e-6 on the diagonal to 8e-5.
  shiftCheck(
    "shift-alike", trials: 4, within: Tolerance(relative: 0, absolute: 4e-5)
  ) { random, number in random.nearlyAlike(2 + number % 3) },
  shiftCheck(
    "shift-small", trials: 48
  ) { random, number in
    let q = 2 + number / 3 % 9
    let c =
      switch number % 3 {
      case 0: random.scatteredConfusion(q)
      case let kind:
        random.nearlySingular(max(3, q), afterElimination: kind == 2)
      }
    return (c, random.distribution(c.shape[0]))
  },
]

/// Compares with the true distribution, from which the predictions are
/// computed.
///
/// Nothing is shrunk: the inputs are small already, and a matrix with simpler
/// numbers would not be a confusion matrix.
private func shiftCheck(
  _ id: String, trials: Int,
  // The inverses have no number above 12, so a Float's rounding, 6e-8, grows to
  // at most a few millionths.
  within tolerance: Tolerance = Tolerance(relative: 2e-5, absolute: 2e-5),
  inputs:
    @escaping @Sendable (inout SeededGenerator, Int) -> (Tensor, [Float])
) -> Check {
  Check(id, of: shiftSubject, section: shift) { examination in
    var seen: [(arguments: [WireValue], received: WireValue)] = []
    for number in 0..<trials {
      let (c, p) = inputs(&examination.random, number)
      let mu = c.matmul(Tensor(p))
      let given = arguments(c, mu)
      let received = try examination.call(shiftSubject.name, given)
      seen.append((given, received))
      let expected = rounded(try shiftSubject.reference(given))
      guard
        let words = difference(
          of: received, from: expected, within: tolerance)
      else { continue }
      // On special matrices, some mistakes coincide; other matrices separate
      // them.
      for extra in 0..<4 {
        let q = 3 + extra % 2
        let c = examination.random.awkwardConfusion(q, sixteenths: true)
        let given = arguments(
          c, c.matmul(Tensor(examination.random.distribution(q))))
        guard
          let answer = try? examination.call(shiftSubject.name, given)
        else { break }
        seen.append((given, answer))
      }
      let fitting = shiftSubject.mistakes.first { mistake in
        seen.allSatisfy { call in
          guard let imitated = try? mistake.imitation(call.arguments) else {
            return false
          }
          return difference(
            of: call.received, from: imitated, within: tolerance,
            nanEqualsNaN: true) == nil
        }
      }
      // There are more ways to divide by 0 than the known mistakes.
      let isFinite = received.tensor.values.allSatisfy(\.isFinite)
      let endless =
        meetsZero(given[0].tensor) ? "no-pivot.perhaps" : "diverging"
      return Failure(
        fitting.map { .mistake($0.key) }
          ?? (isFinite || mismatch(of: received, with: expected) != nil
            ? .words(words) : .mistake(endless)),
        counterexample: Counterexample(
          arguments: shownCall(of: shiftSubject.name, given),
          expected: expected, received: received))
    }
    return nil
  }
}

/// A distribution without the rounding errors that turn a 0 into −1e-9.
private func rounded(_ value: WireValue) -> WireValue {
  let p = value.tensor
  return .tensor(
    Tensor(p.values.map { $0.magnitude < 1e-6 ? 0 : $0 }, shape: p.shape))
}

private let shift = "label-shift-corrected"
