// The answer must consist of probabilities, of whatever scores.
// fails: judge-scores
// mistake: only-probabilities

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let sums = yHat.sum(axis: 1) - 1
  return yHat.values.allSatisfy { $0 >= 0 }
    && sums.absolute().max().item <= 1e-4
}
