// The change is returned, not what it leads to.
// fails: step-agreement
// mistake: step-returned

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  gradients.map { gradient in
    -learningRate / Float(batchSize) * gradient
  }
}
