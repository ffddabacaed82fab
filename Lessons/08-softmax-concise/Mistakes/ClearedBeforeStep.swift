// The gradients are cleared before the step can use them.
// fails: train-step
// mistake: no-step

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  let value = loss(model(x), y)
  value.backward()
  model.clearGradients()
  optimizer.step(&model.parameters)
  return value.item
}
