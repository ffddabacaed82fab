// The features are not transposed, which only a square matrix allows.
// fails: gradient-edges
// mistake: not-transposed

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = linearRegression(x, w, b) - y
  return [x.matmul(error), error.sum(axis: 0)]
}
