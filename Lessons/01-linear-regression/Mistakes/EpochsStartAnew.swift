// Every epoch starts from zero.
// fails: train-epochs
// mistake: epochs-start-anew

/// Weights and a bias found by mini-batch gradient descent, and the loss after
/// each epoch.
public func trainRegression(
  _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
) -> (w: Tensor, b: Tensor, losses: [Float]) {
  var losses: [Float] = []
  var parameters: [Tensor] = []
  for _ in 0..<epochs {
    parameters = [
      Tensor.zeros(shape: [x.shape[1], 1]), Tensor.zeros(shape: [1]),
    ]
    for batch in batches {
      let xs = Tensor(rows: batch.map { x.row($0) })
      let ys = Tensor(rows: batch.map { y.row($0) })
      parameters = sgdStep(
        parameters,
        gradients: regressionGradient(xs, ys, parameters[0], parameters[1]),
        learningRate: learningRate, batchSize: batch.count)
    }
    let yHat = linearRegression(x, parameters[0], parameters[1])
    losses.append(squaredLoss(yHat, y).mean().item)
  }
  return (parameters[0], parameters[1], losses)
}
