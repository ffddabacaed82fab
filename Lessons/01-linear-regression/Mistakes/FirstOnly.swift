// Only the weights are updated.
// fails: step-agreement
// mistake: first-only

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  var results = parameters
  results[0] -= learningRate / Float(batchSize) * gradients[0]
  return results
}
