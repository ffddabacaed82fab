// The gradient is that of the square without the half.
// fails: gradient-agreement
// mistake: gradient-doubled

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = 2 * (linearRegression(x, w, b) - y)
  return [x.transposed().matmul(error), error.sum(axis: 0)]
}
