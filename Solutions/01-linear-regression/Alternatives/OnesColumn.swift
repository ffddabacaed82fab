import Tensors

/// The prediction of a linear model for each example.
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  // The bias is one more weight, of a feature that is always 1; and each
  // prediction is the sum along its row of products, element by element.
  let rows = (0..<x.shape[0]).map { x.row($0).values + [1] }
  let weights = Tensor(w.values + b.values)
  return (Tensor(rows) * weights).sum(axis: 1, keepingDimensions: true)
}

/// The squared loss of each prediction: ½ (ŷ − y)².
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  // (ŷ − y)² / 2, multiplied out around the middle m of the two: with
  // h = ŷ − m the error is 2h.
  let half = yHat - (yHat + y) / 2
  return 2 * half * half
}

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  // The mean gradient first, then the step.
  let means = gradients.map { $0 / Float(batchSize) }
  var results = parameters
  for k in results.indices { results[k] -= means[k] * learningRate }
  return results
}

/// The examples with one more feature, which is always 1.
private func withOnes(_ x: Tensor) -> Tensor {
  Tensor(
    (0..<x.shape[0]).flatMap { x.row($0).values + [1] },
    shape: [x.shape[0], x.shape[1] + 1])
}

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  // The bias's gradient is the last of d + 1.
  let all = withOnes(x).transposed().matmul(linearRegression(x, w, b) - y)
  let d = x.shape[1]
  return [all[0..<d], all.row(d)]
}

/// Weights and a bias found by mini-batch gradient descent, and the loss after
/// each epoch.
public func trainRegression(
  _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
) -> (w: Tensor, b: Tensor, losses: [Float]) {
  // One column of parameters; the last of them is the bias.
  let inputs = withOnes(x)
  let d = x.shape[1]
  var theta = Tensor.zeros(shape: [d + 1, 1])
  var losses: [Float] = []
  while losses.count < epochs {
    for batch in batches {
      let xs = Tensor(rows: batch.map(inputs.row))
      let errors = xs.matmul(theta) - Tensor(rows: batch.map(y.row))
      let mean = xs.transposed().matmul(errors) / Float(batch.count)
      theta -= learningRate * mean
    }
    losses.append((inputs.matmul(theta) - y).squared().mean().item / 2)
  }
  return (theta[0..<d], theta.row(d), losses)
}
