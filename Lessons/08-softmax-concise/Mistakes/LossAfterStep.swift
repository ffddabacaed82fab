// The loss is measured again, after the step.
// fails: train-loss
// mistake: loss-after-step

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  loss(model(x), y).backward()
  optimizer.step(&model.parameters)
  model.clearGradients()
  return loss(model(x), y).item
}
