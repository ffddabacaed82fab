// Probabilities in the order of the scores are accepted.
// fails: judge-formula
// mistake: only-order

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let sums = yHat.sum(axis: 1) - 1
  guard yHat.values.allSatisfy({ $0 >= 0 }),
    sums.absolute().max().item <= 1e-4
  else { return false }
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      for k in 0..<x.shape[1]
      where x[i, j] > x[i, k] && yHat[i, j] < yHat[i, k] {
        return false
      }
    }
  }
  return true
}
