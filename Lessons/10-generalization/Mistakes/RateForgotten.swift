// The decay is not scaled by the learning rate.
// fails: decay-example
// mistake: rate-forgotten

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  let (w, b) = (parameters[0], parameters[1])
  let rate = learningRate / Float(batchSize)
  return [
    (1 - decay) * w - rate * gradients[0],
    b - rate * gradients[1],
  ]
}
