// The batch size is kept in two bytes, which hold 65,535 at most.
// fails: step-sizes
// mistake: none

/// The parameters after one step of mini-batch gradient descent.
///
/// `gradients` holds, for each parameter and in its shape, the gradient of the
/// sum of the losses over a batch of `batchSize` examples; the step goes
/// against the gradient of their mean. `learningRate` is at least 0, and
/// `batchSize` at least 1. The results have the shapes of the parameters.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  zip(parameters, gradients).map { parameter, gradient in
    parameter - learningRate / Float(UInt16(truncatingIfNeeded: batchSize))
      * gradient
  }
}
