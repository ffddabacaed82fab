// The predictions are made without the bias.
// fails: gradient-agreement
// mistake: bias-forgotten

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = x.matmul(w) - y
  return [x.transposed().matmul(error), error.sum(axis: 0)]
}
