// The decay is divided by the batch size.
// fails: decay-agreement
// mistake: decay-divided

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  let (w, b) = (parameters[0], parameters[1])
  let rate = learningRate / Float(batchSize)
  return [
    (1 - rate * decay) * w - rate * gradients[0],
    b - rate * gradients[1],
  ]
}
