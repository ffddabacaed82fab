// The loss is multiplied by the inputs in place of the error.
// fails: gradient-agreement
// mistake: loss-for-error

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let loss = squaredLoss(linearRegression(x, w, b), y)
  return [x.transposed().matmul(loss), loss.sum(axis: 0)]
}
