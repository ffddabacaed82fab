// The step moves a copy of the model.
// fails: train-step
// mistake: no-step

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  var copy = model
  let value = loss(copy(x), y)
  value.backward()
  optimizer.step(&copy.parameters)
  model.clearGradients()
  return value.item
}
