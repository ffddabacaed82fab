// The biases decay as well.
// fails: decay-agreement
// mistake: bias-decayed

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  let (w, b) = (parameters[0], parameters[1])
  let rate = learningRate / Float(batchSize)
  return [
    (1 - learningRate * decay) * w - rate * gradients[0],
    (1 - learningRate * decay) * b - rate * gradients[1],
  ]
}
