import Tensors

/// The squared loss of every element: ½ (ŷ − y)².
///
/// `yHat` and `y` have the same shape, which may be any; so has the result.
public func l2Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  notWritten()
}

/// The absolute loss of every element: |ŷ − y|.
///
/// The shapes are those of `l2Loss`.
public func l1Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  notWritten()
}

/// Huber's loss of every element, with the threshold 1: ½ (ŷ − y)² where
/// |ŷ − y| is at most 1, and |ŷ − y| − ½ elsewhere.
///
/// The shapes are those of `l2Loss`.
public func huberLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  notWritten()
}

/// The derivative of each element's squared loss with respect to ŷ.
///
/// The shapes are those of `l2Loss`.
public func l2Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  notWritten()
}

/// The derivative of each element's absolute loss with respect to ŷ, and 0
/// where ŷ equals y.
///
/// The shapes are those of `l2Loss`.
public func l1Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  notWritten()
}

/// The derivative of each element's Huber loss with respect to ŷ.
///
/// The shapes are those of `l2Loss`.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  notWritten()
}

/// The constant that fits some numbers best under the squared loss, and one
/// that fits them best under the absolute loss.
///
/// `y` has shape [n], with n from 1 to 1,000, in any order. `squared` is the
/// number c for which the sum of all ½ (c − y)² is smallest, and `absolute` one
/// for which the sum of all |c − y| is. If n is even, every number from the
/// lower to the upper of the two middle values is such a number, and any of
/// them may be returned.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  notWritten()
}
