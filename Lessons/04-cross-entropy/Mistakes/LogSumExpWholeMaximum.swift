// The maximum of the whole matrix is subtracted.
// fails: lse-far-apart
// mistake: whole-maximum

/// The logarithm of the sum of the exponentials of each row.
public func logSumExp(_ x: Tensor) -> Tensor {
  (x - x.max()).exp().sum(axis: 1).log() + x.max()
}
