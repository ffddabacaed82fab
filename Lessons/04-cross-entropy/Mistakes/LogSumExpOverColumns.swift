// The sum runs along axis 0.
// fails: lse-agreement
// mistake: over-columns

/// The logarithm of the sum of the exponentials of each row.
public func logSumExp(_ x: Tensor) -> Tensor {
  let largest = x.max(axis: 0)
  return largest + (x - largest).exp().sum(axis: 0).log()
}
