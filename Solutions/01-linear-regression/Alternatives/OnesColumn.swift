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
