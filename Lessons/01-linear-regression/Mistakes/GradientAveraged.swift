// The mean over the numbers of a gradient is taken for that over the batch.
// fails: step-agreement
// mistake: gradient-averaged

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  zip(parameters, gradients).map { p, g in p - learningRate * g.mean() }
}
