// The weights get the slope of the bias.
// fails: gradient-agreement
// mistake: inputs-forgotten

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = linearRegression(x, w, b) - y
  let sum = error.sum(axis: 0)
  return [Tensor.zeros(shape: w.shape) + sum, sum]
}
