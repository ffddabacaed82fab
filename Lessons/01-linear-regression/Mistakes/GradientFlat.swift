// The sum along the examples is a list, not a column.
// fails: gradient-agreement
// mistake: gradient-flat

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let error = linearRegression(x, w, b) - y
  return [(x * error).sum(axis: 0), error.sum(axis: 0)]
}
