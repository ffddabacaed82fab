// The mean of the exponentials stands for their sum.
// fails: lse-agreement
// mistake: mean-of-exponentials

/// The logarithm of the sum of the exponentials of each row.
public func logSumExp(_ x: Tensor) -> Tensor {
  let largest = x.max(axis: 1, keepingDimensions: true)
  let means = (x - largest).exp().mean(axis: 1)
  return x.max(axis: 1) + means.log()
}
