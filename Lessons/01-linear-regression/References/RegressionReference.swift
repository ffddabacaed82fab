package import Tensors

package func predictions(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  let weights = w.values.map { Double($0) }
  let features = x.values
  let (n, d) = (x.shape[0], x.shape[1])
  let sums = (0..<n).map { i in
    var sum = b.values.first.map { Double($0) } ?? 0
    for j in 0..<d { sum += Double(features[i * d + j]) * weights[j] }
    return Float(sum)
  }
  return Tensor(sums, shape: [n, 1])
}

/// Applies a function to every error, in Double.
package func ofErrors(
  _ yHat: Tensor, _ y: Tensor, _ function: (Double) -> Double
) -> Tensor {
  Tensor(
    zip(yHat.values, y.values).map { Float(function(Double($0) - Double($1))) },
    shape: yHat.shape)
}

package func steps(
  _ parameters: [Tensor], _ gradients: [Tensor], _ rate: Float, _ size: Int,
  _ step: Stepping
) -> [Tensor] {
  zip(parameters, gradients).map { p, g in
    let values = zip(p.values, g.values).map {
      Float(step(Double($0), Double($1), Double(rate), Double(size)))
    }
    return Tensor(values, shape: p.shape)
  }
}

package typealias Stepping =
  @Sendable (
    _ parameter: Double, _ gradient: Double, _ rate: Double, _ size: Double
  ) -> Double

/// ŷ − y of every example, in Double.
package func regressionErrors(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Double] {
  let (values, labels, weights) = (x.values, y.values, w.values)
  let d = x.shape[1]
  return (0..<x.shape[0]).map { i in
    var error = Double(b[0]) - Double(labels[i])
    for j in 0..<d { error += Double(values[i * d + j]) * Double(weights[j]) }
    return error
  }
}

/// Xᵀ times a number for each example, of shape [d, 1].
package func regressionSlopes(_ x: Tensor, _ errors: [Double]) -> Tensor {
  let (values, d) = (x.values, x.shape[1])
  let sums = (0..<d).map { j in
    errors.indices.reduce(0.0) { $0 + Double(values[$1 * d + j]) * errors[$1] }
  }
  return Tensor(sums.map(Float.init), shape: [d, 1])
}
