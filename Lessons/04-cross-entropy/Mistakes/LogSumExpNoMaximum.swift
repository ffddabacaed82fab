// The scores go into exp as they are.
// fails: lse-overflow
// mistake: no-maximum

/// The logarithm of the sum of the exponentials of each row.
public func logSumExp(_ x: Tensor) -> Tensor {
  x.exp().sum(axis: 1).log()
}
