// The sum of the losses is returned, not what the loss gives.
// fails: train-loss
// mistake: sum-reduction

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  let losses = loss.each(model(x), y)
  (losses.sum() / loss.divisor(y)).backward()
  optimizer.step(&model.parameters)
  model.clearGradients()
  return losses.sum().item
}
