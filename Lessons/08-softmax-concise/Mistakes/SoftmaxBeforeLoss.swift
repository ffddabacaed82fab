// Softmax is taken before the loss, which takes it again.
// fails: train-loss
// mistake: softmax-in-model

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  let value = loss(softmax(model(x)), y)
  value.backward()
  optimizer.step(&model.parameters)
  model.clearGradients()
  return value.item
}
