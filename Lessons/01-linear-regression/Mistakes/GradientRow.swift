// The product is in the other order, and gives a row.
// fails: gradient-agreement
// mistake: gradient-row

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = linearRegression(x, w, b) - y
  return [error.transposed().matmul(x), error.sum(axis: 0)]
}
