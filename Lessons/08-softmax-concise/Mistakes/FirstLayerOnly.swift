// Only the first layer learns.
// fails: train-deep
// mistake: none

/// Lets a model learn from one batch, and returns the batch's loss.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  let value = loss(model(x), y)
  value.backward()
  var parameters = model.parameters
  for parameter in parameters.dropFirst(2) { parameter.clearGradient() }
  optimizer.step(&parameters)
  model.parameters = parameters
  model.clearGradients()
  return value.item
}
