// A probability that is rounded to 0 is rejected.
// fails: judge-large
// mistake: zero-forbidden

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.isClose(to: softmax(x)) && yHat.values.allSatisfy { $0 > 0 }
}
