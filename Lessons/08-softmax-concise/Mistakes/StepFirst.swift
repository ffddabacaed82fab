// The step comes before the gradients it should follow.
// fails: train-step
// mistake: step-too-early

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  let value = loss(model(x), y)
  optimizer.step(&model.parameters)
  model.clearGradients()
  value.backward()
  return value.item
}
