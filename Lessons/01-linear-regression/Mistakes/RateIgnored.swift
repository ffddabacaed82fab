// The step is as long as the gradient.
// fails: step-example
// mistake: rate-ignored

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  zip(parameters, gradients).map { parameter, gradient in
    parameter - gradient / Float(batchSize)
  }
}
