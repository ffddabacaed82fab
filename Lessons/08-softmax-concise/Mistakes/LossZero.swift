// The loss is never returned.
// fails: train-loss
// mistake: loss-zero

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  var total: Float = 0
  let value = loss(model(x), y)
  value.backward()
  optimizer.step(&model.parameters)
  model.clearGradients()
  total += total
  return total
}
