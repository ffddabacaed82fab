// The sums must be exactly 1.
// fails: judge-rounding
// mistake: sums-exactly

/// Whether `yHat` can be the softmax of the scores `x`.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.isClose(to: softmax(x))
    && yHat.sum(axis: 1).values.allSatisfy { $0 == 1 }
}
