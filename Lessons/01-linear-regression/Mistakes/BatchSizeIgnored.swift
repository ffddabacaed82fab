// The gradient of the sum is taken for that of the mean.
// fails: step-batch-size
// mistake: batch-size-ignored

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  zip(parameters, gradients).map { parameter, gradient in
    parameter - learningRate * gradient
  }
}
