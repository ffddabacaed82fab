import Foundation
import Tensors

/// The squared loss of every element: ½ (ŷ − y)².
public func l2Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat, y) { 0.5 * pow($0, 2) }
}

/// The absolute loss of every element: |ŷ − y|.
public func l1Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat, y) { abs($0) }
}

/// Huber's loss of every element, with the threshold 1.
public func huberLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat, y) { abs($0) < 1 ? 0.5 * pow($0, 2) : abs($0) - 0.5 }
}

/// The derivative of each element's squared loss with respect to ŷ.
public func l2Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat, y) { $0 }
}

/// The derivative of each element's absolute loss with respect to ŷ, and 0
/// where ŷ equals y.
public func l1Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat, y) { $0 == 0 ? 0 : copysign(1, $0) }
}

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat, y) { abs($0) < 1 ? $0 : copysign(1, $0) }
}

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  // Between the two middle numbers, halfway.
  let sorted = y.values.map(Double.init).sorted()
  let (upper, lower) = (sorted.count / 2, (sorted.count - 1) / 2)
  let mean = sorted.reduce(0, +) / Double(sorted.count)
  return (Float(mean), Float((sorted[lower] + sorted[upper]) / 2))
}

/// Applies a function to every error, in Double.
private func each(
  _ yHat: Tensor, _ y: Tensor, _ function: (Double) -> Double
) -> Tensor {
  let results = zip(yHat.values, y.values).map { yHat, y in
    Float(function(Double(yHat) - Double(y)))
  }
  return Tensor(results, shape: yHat.shape)
}
