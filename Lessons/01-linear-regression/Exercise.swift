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

/// The gradient of the sum of the losses, for the weights and for the bias.
///
/// The losses are those of `squaredLoss` for the predictions of
/// `linearRegression`, and the sum is over all n examples. `x` has shape
/// [n, d], `y` shape [n, 1], `w` shape [d, 1] and `b` shape [1], with n, d ≥ 1.
/// The result holds two tensors: the gradient for `w`, of shape [d, 1], and the
/// gradient for `b`, of shape [1].
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
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

/// Weights and a bias found by mini-batch gradient descent, and the loss after
/// each epoch.
///
/// `x` has shape [n, d] and `y` shape [n, 1], with n, d ≥ 1. The weights, of
/// shape [d, 1], and the bias, of shape [1], start at 0. Each of the `epochs`
/// (1 to 1,000) takes the batches in the given order. A batch lists the rows of
/// its examples, at least one; its step follows the gradient of the mean of
/// their losses. Batches may differ in size, and a row may be in several of
/// them or in none. `learningRate` is at least 0. `losses[e]` is the mean
/// squared loss of all n examples, measured after the last step of epoch e.
public func trainRegression(
  _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
) -> (w: Tensor, b: Tensor, losses: [Float]) {
  notWritten()
}
