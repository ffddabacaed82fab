// The momentum is lost with a copy of the optimizer.
// fails: train-optimizer
// mistake: optimizer-copied

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  var descent = optimizer
  let value = loss(model(x), y)
  value.backward()
  descent.step(&model.parameters)
  model.clearGradients()
  return value.item
}
