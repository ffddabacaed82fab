// The sum of the errors has no axis.
// fails: gradient-example
// mistake: bias-scalar

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = linearRegression(x, w, b) - y
  return [x.transposed().matmul(error), error.sum()]
}
