// The maximum is not added back.
// fails: lse-agreement
// mistake: maximum-not-added

/// The logarithm of the sum of the exponentials of each row.
public func logSumExp(_ x: Tensor) -> Tensor {
  let largest = x.max(axis: 1, keepingDimensions: true)
  let sums = (x - largest).exp().sum(axis: 1)
  return sums.log()
}
