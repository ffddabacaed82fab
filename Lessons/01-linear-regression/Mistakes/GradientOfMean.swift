// The gradient of the mean is taken for that of the sum.
// fails: gradient-example
// mistake: gradient-of-mean

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = linearRegression(x, w, b) - y
  let n = Float(x.shape[0])
  return [x.transposed().matmul(error) / n, error.sum(axis: 0) / n]
}
