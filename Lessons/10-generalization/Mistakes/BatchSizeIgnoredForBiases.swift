// The gradients of the biases are not divided by the batch size.
// fails: decay-batch-size
// mistake: batch-size-ignored

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  let (w, b) = (parameters[0], parameters[1])
  return [
    (1 - learningRate * decay) * w
      - learningRate / Float(batchSize) * gradients[0],
    b - learningRate * gradients[1],
  ]
}
