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
