// The step goes along the gradient, uphill.
// fails: step-descends
// mistake: ascent

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  zip(parameters, gradients).map { parameter, gradient in
    parameter + learningRate / Float(batchSize) * gradient
  }
}
