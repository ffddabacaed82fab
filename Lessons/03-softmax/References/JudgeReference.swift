internal import System
package import Tensors

/// Whether each probability is within 1e-4 of the exact one.
///
/// Right answers are within 1e-5, and wrong ones are off by 1e-3 or more.
package func isSoftmaxByHand(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape && largestError(of: yHat, for: x).error <= 1e-4
}

/// The largest difference from the exact probabilities, and its flat index;
/// NaN and infinity differ infinitely.
package func largestError(
  of yHat: Tensor, for x: Tensor
) -> (error: Float, index: Int) {
  var worst: (error: Float, index: Int) = (0, 0)
  for (index, pair) in zip(yHat.values, softmaxByHand(x).values).enumerated() {
    let error =
      pair.0.isFinite ? (pair.0 - pair.1).magnitude : Float.infinity
    if error > worst.error { worst = (error, index) }
  }
  return worst
}

/// The ways in which right answers are computed; they differ by rounding.
package let rightWays: [@Sendable (Tensor) -> Tensor] = [
  softmaxByHand,
  { x in
    let exponentials = (x - x.max(axis: 1, keepingDimensions: true)).exp()
    return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
  },
  { x in
    let largest = x.max(axis: 1, keepingDimensions: true)
    let exponentials = (x - largest).exp()
    let sums = exponentials.sum(axis: 1, keepingDimensions: true)
    return (x - (largest + sums.log())).exp()
  },
  { x in
    let (n, q) = (x.shape[0], x.shape[1])
    let differences = x.reshaped([n, 1, q]) - x.reshaped([n, q, 1])
    return 1 / differences.exp().sum(axis: 2)
  },
]

/// The exact probabilities, rounded to a number of decimals.
package func roundedSoftmax(_ x: Tensor, decimals: Int) -> Tensor {
  let factor = pow(10, Double(decimals))
  return Tensor(
    softmaxByHand(x).values.map {
      Float((Double($0) * factor).rounded() / factor)
    }, shape: x.shape)
}
