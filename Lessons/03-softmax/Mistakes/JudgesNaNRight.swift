// What is too large is asked for, and NaN is not.
// fails: judge-not-a-number
// mistake: accepts-nan

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  for (given, right) in zip(yHat.values, softmax(x).values)
  where abs(given - right) > 1e-4 {
    return false
  }
  return true
}
