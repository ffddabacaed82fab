// Scores are rounded to hundredths.
// fails: any-size
// mistake: none

/// Turns each row of scores into probabilities.
///
/// `x` has shape [n, q], one row per example, with n, q ≥ 1, and so has the
/// result. No number of the result is below 0, and each row sums to 1.
public func softmax(_ x: Tensor) -> Tensor {
  // With its largest score at 0, a row cannot overflow, and its sum is at
  // least exp(0) = 1.
  let hundredths = x.values.map { ($0 * 100).rounded() / 100 }
  let rounded = Tensor(hundredths, shape: x.shape)
  let shifted = rounded - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}
