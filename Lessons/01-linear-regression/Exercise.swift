import Tensors

/// The prediction of a linear model for each example.
///
/// `x` has shape [n, d], one row per example, with n, d ≥ 1; `w` has shape
/// [d, 1] and `b` shape [1]. The result has shape [n, 1].
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  notWritten()
}

/// The squared loss of each prediction: ½ (ŷ − y)².
///
/// `yHat` and `y` have the same shape, such as [n, 1], and hold at least one
/// number; the result has that shape too.
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  notWritten()
}

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
  notWritten()
}
