import Tensors

/// The squared loss of every element: ½ (ŷ − y)².
public func l2Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  (yHat - y) * (yHat - y) / 2
}

/// The absolute loss of every element: |ŷ − y|.
public func l1Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  // The larger of the error and its opposite.
  Tensor(
    zip(yHat.values, y.values).map { max($0 - $1, $1 - $0) },
    shape: yHat.shape)
}

/// Huber's loss of every element, with the threshold 1.
public func huberLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  // The part of the error up to 1 costs its square, the rest its length.
  let size = (yHat - y).absolute()
  let near = min(size, 1)
  return near.squared() / 2 + (size - near)
}

/// The derivative of each element's squared loss with respect to ŷ.
public func l2Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  -(y - yHat)
}

/// The derivative of each element's absolute loss with respect to ŷ, and 0
/// where ŷ equals y.
public func l1Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  // How many of the two orders hold: 1 − 0, 0 − 1 or 0 − 0.
  Tensor(
    zip(yHat.values, y.values).map { ($0 > $1 ? 1 : 0) - ($0 < $1 ? 1 : 0) },
    shape: yHat.shape)
}

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  // e over the larger of |e| and 1 is e between −1 and 1, and ±1 beyond.
  let error = yHat - y
  return error / -min(-error.absolute(), -1)
}

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  // By counting: at most half of the numbers lie on either side of a median.
  func count(_ lies: (Float) -> Bool) -> Int { y.values.filter(lies).count }
  let median = y.values.first { c in
    2 * count { $0 < c } <= y.count && 2 * count { $0 > c } <= y.count
  }
  return (y.sum().item / Float(y.count), median ?? 0)
}

/// Every element, or a number where that is smaller.
private func min(_ x: Tensor, _ bound: Float) -> Tensor {
  Tensor(x.values.map { Swift.min($0, bound) }, shape: x.shape)
}
