import Tensors

/// The prediction of a linear model for each example.
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  let (n, d) = (x.shape[0], x.shape[1])
  var result = Tensor.zeros(shape: [n, 1])
  for i in 0..<n {
    var sum = b[0]
    for j in 0..<d { sum += x[i, j] * w[j, 0] }
    result[i, 0] = sum
  }
  return result
}

/// The squared loss of each prediction: ½ (ŷ − y)².
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  var losses: [Float] = []
  for (guess, truth) in zip(yHat.values, y.values) {
    losses.append((guess - truth) * (guess - truth) / 2)
  }
  return Tensor(losses, shape: yHat.shape)
}

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  var results: [Tensor] = []
  for k in 0..<parameters.count {
    var values = parameters[k].values
    let slopes = gradients[k].values
    for i in 0..<values.count {
      values[i] -= learningRate * slopes[i] / Float(batchSize)
    }
    results.append(Tensor(values, shape: parameters[k].shape))
  }
  return results
}

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let (n, d) = (x.shape[0], x.shape[1])
  let yHat = linearRegression(x, w, b)
  var forW = Tensor.zeros(shape: [d, 1])
  var forB = Tensor.zeros(shape: [1])
  for i in 0..<n {
    let error = yHat[i, 0] - y[i, 0]
    for j in 0..<d { forW[j, 0] += x[i, j] * error }
    forB[0] += error
  }
  return [forW, forB]
}

/// Weights and a bias found by mini-batch gradient descent, and the loss after
/// each epoch.
public func trainRegression(
  _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
) -> (w: Tensor, b: Tensor, losses: [Float]) {
  let (n, d) = (x.shape[0], x.shape[1])
  var parameters = [Tensor.zeros(shape: [d, 1]), Tensor.zeros(shape: [1])]
  var losses: [Float] = []
  for _ in 1...epochs {
    for batch in batches {
      var xs = Tensor.zeros(shape: [batch.count, d])
      var ys = Tensor.zeros(shape: [batch.count, 1])
      for (k, i) in batch.enumerated() {
        for j in 0..<d { xs[k, j] = x[i, j] }
        ys[k, 0] = y[i, 0]
      }
      let gradients = regressionGradient(xs, ys, parameters[0], parameters[1])
      parameters = sgdStep(
        parameters, gradients: gradients, learningRate: learningRate,
        batchSize: batch.count)
    }
    let each = squaredLoss(linearRegression(x, parameters[0], parameters[1]), y)
    var total: Float = 0
    for i in 0..<n { total += each[i, 0] }
    losses.append(total / Float(n))
  }
  return (parameters[0], parameters[1], losses)
}
