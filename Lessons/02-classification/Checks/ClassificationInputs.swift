internal import Checks
internal import References
internal import Tensors
internal import Wire

// MARK: - Properties

/// Finds a row whose predicted class does not have the highest score.
///
/// If several scores of a row are highest, each of their classes is right.
func wrongClass(in trial: Trial) -> Violation? {
  guard case .integers(let classes) = trial.received,
    case .integers(let right) = trial.expected
  else { return nil }
  let x = trial.tensor(0)
  let (scores, q) = (x.values, x.shape[1])
  for (i, best) in right.enumerated() where classes[i] != best {
    let other = classes[i]
    if 0..<q ~= other, scores[i * q + other] == scores[i * q + best] {
      continue
    }
    return Violation(
      "highest", ["row": i, "best": best, "other": other])
  }
  return nil
}

/// For fractions of n rows, which are k/n up to rounding.
///
/// Also allows for 1 − wrong/n and for sums of 1/n: at most n additions, each
/// accurate to 3e-8.
func rounding(ofFractionOf n: Int) -> Tolerance {
  Tolerance(relative: 0, absolute: 4e-8 * Double(max(n, 12)))
}

/// Finds a fraction other than that of the correct rows; a label that ties for
/// the highest score may count as right or as wrong.
func wrongFraction(in trial: Trial) -> Violation? {
  guard case .integers(let y) = trial.arguments[1],
    case .float(let fraction) = trial.received
  else { return nil }
  let x = trial.tensor(0)
  let (scores, q) = (x.values, x.shape[1])
  var right = 0
  var tied = 0
  for (i, label) in y.enumerated() {
    let score = scores[i * q + label]
    var (higher, equal) = (0, 0)
    for j in i * q..<(i + 1) * q {
      if scores[j] > score { higher += 1 }
      if scores[j] == score { equal += 1 }
    }
    if higher == 0 { if equal == 1 { right += 1 } else { tied += 1 } }
  }
  let tolerance = rounding(ofFractionOf: y.count)
  let fractions = (right...right + tied).map { Float($0) / Float(y.count) }
  if fractions.contains(where: {
    difference(of: .float(fraction), from: .float($0), within: tolerance) == nil
  }) {
    return nil
  }
  return difference(
    of: trial.received, from: trial.expected, within: tolerance
  ).map { Violation(.words($0)) }
}
