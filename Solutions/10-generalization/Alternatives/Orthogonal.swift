import Foundation
import Tensors

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  let perExample = 2 * error * error
  let wanted = log(1.0) - log(1.0 - confidence)
  var size = Int(wanted / perExample)
  while Double(size) * perExample < wanted { size += 1 }
  return size
}

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  // The gradient of the whole loss, found by reverse mode: a loss that is
  // linear has the mean gradient as its slope everywhere.
  let tracked = parameters.map { $0.detached().trackingGradients() }
  var loss = decay / 2 * tracked[0].squared().sum()
  for (parameter, gradient) in zip(tracked, gradients) {
    loss += (parameter * gradient).sum() / Float(batchSize)
  }
  loss.backward()
  return zip(parameters, tracked).map { parameter, tracked in
    let slope = tracked.gradient ?? Tensor.zeros(shape: parameter.shape)
    return parameter - learningRate * slope
  }
}

/// The distribution p of the labels for which C p = μ.
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  // Gram and Schmidt: C = QR with orthogonal columns in Q, in Double.
  let q = predicted.count
  var columns = (0..<q).map { j in
    (0..<q).map { Double(confusion[$0, j]) }
  }
  var r = [[Double]](repeating: [Double](repeating: 0, count: q), count: q)
  for j in 0..<q {
    for k in 0..<j {
      r[k][j] = dot(columns[k], columns[j])
      for i in 0..<q { columns[j][i] -= r[k][j] * columns[k][i] }
    }
    r[j][j] = dot(columns[j], columns[j]).squareRoot()
    columns[j] = columns[j].map { $0 / r[j][j] }
  }
  let mu = predicted.values.map { Double($0) }
  var p = [Double](repeating: 0, count: q)
  for j in (0..<q).reversed() {
    var rest = dot(columns[j], mu)
    for k in 0..<q where k > j { rest -= r[j][k] * p[k] }
    p[j] = rest / r[j][j]
  }
  return Tensor(p.map { Float($0) })
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
