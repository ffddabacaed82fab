// The errors are averaged for the bias.
// fails: gradient-agreement
// mistake: bias-averaged

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = linearRegression(x, w, b) - y
  return [x.transposed().matmul(error), error.mean(axis: 0)]
}
