// Errors below a ten-thousandth are taken for 0.
// fails: loss-sizes
// mistake: none

/// The squared loss of each prediction: ½ (ŷ − y)².
///
/// `yHat` and `y` have the same shape, such as [n, 1], and hold at least one
/// number; the result has that shape too.
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  let errors = (yHat - y).values.map { $0.magnitude < 1e-4 ? 0 : $0 }
  return 0.5 * Tensor(errors, shape: yHat.shape).squared()
}
