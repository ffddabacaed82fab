// The mean is taken, whatever loss is given.
// fails: train-loss-given
// mistake: loss-ignored

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  let value = CrossEntropyLoss()(model(x), y)
  value.backward()
  optimizer.step(&model.parameters)
  model.clearGradients()
  return value.item
}
