import Tensors

/// Turns each row of scores into probabilities by way of their logarithms:
/// log softmax(x) = x − log Σ exp(x).
public func softmax(_ x: Tensor) -> Tensor {
  let largest = x.max(axis: 1, keepingDimensions: true)
  let logSum = (x - largest).exp().sum(axis: 1, keepingDimensions: true).log()
  return (x - (largest + logSum)).exp()
}
