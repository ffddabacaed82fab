// The gradients are never cleared.
// fails: train-again
// mistake: gradients-add-up

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  let value = loss(model(x), y)
  value.backward()
  optimizer.step(&model.parameters)
  return value.item
}
