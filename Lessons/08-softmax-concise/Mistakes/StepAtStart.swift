// The step comes first, and so follows the batch before.
// fails: train-step
// mistake: step-too-early

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  optimizer.step(&model.parameters)
  model.clearGradients()
  let value = loss(model(x), y)
  value.backward()
  return value.item
}
