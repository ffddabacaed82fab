// The errors are returned for the bias, and not added up.
// fails: gradient-example
// mistake: bias-not-summed

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = linearRegression(x, w, b) - y
  return [x.transposed().matmul(error), error]
}
