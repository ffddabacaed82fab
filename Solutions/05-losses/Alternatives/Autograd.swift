import Tensors

/// The squared loss of every element: ½ (ŷ − y)².
public func l2Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  0.5 * (yHat - y).squared()
}

/// The absolute loss of every element: |ŷ − y|.
public func l1Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  (yHat - y).absolute()
}

/// Huber's loss of every element, with the threshold 1.
public func huberLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  // Each element takes its own piece by a mask of zeros and ones.
  let error = yHat - y
  let far = Tensor(
    error.values.map { abs($0) > 1 ? 1 : 0 }, shape: error.shape)
  let near = (1 - far) * error
  return near.squared() / 2 + far * (error.absolute() - 0.5)
}

/// The derivative of each element's squared loss with respect to ŷ.
public func l2Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  slope(at: yHat) { l2Loss($0, y) }
}

/// The derivative of each element's absolute loss with respect to ŷ, and 0
/// where ŷ equals y.
public func l1Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  slope(at: yHat) { l1Loss($0, y) }
}

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  slope(at: yHat) { huberLoss($0, y) }
}

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  // Both losses are asked. The squared one has a slope that grows by n as the
  // constant grows by 1, so one step of 1 / n from 0 ends where it is 0. A
  // constant that is best under the absolute loss is among the numbers.
  let slope = slope(at: Tensor(0)) { constant in l2Loss(constant, y) }
  let losses = y.values.map { l1Loss(Tensor($0), y).sum().item }
  let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
  return (squared: -slope.item / Float(y.count), absolute: y[best])
}

/// The derivative of the sum of the losses, found by reverse mode: each loss
/// depends on its own prediction alone.
private func slope(
  at yHat: Tensor, _ losses: (Tensor) -> Tensor
) -> Tensor {
  let yHat = yHat.detached().trackingGradients()
  losses(yHat).sum().backward()
  return yHat.gradient ?? Tensor.zeros(shape: yHat.shape)
}
