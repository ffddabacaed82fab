// The error is the truth less the prediction.
// fails: gradient-example
// mistake: error-reversed

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = y - linearRegression(x, w, b)
  return [x.transposed().matmul(error), error.sum(axis: 0)]
}
