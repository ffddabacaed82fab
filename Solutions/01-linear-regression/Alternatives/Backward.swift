import Tensors

/// The prediction of a linear model for each example.
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  // One column of X after another, times its weight.
  let columns = x.transposed()
  var sum = Tensor.zeros(shape: [x.shape[0], 1]) + b
  for j in 0..<x.shape[1] {
    sum += columns.row(j).reshaped([-1, 1]) * w.row(j)
  }
  return sum
}

/// The squared loss of each prediction: ½ (ŷ − y)².
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  let error = y - yHat
  return error * error / 2
}

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  // The library finds the slopes.
  let (w, b) = (w.trackingGradients(), b.trackingGradients())
  squaredLoss(x.matmul(w) + b, y).sum().backward()
  return [w.gradient, b.gradient].compactMap { $0 }
}

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  var moved = parameters
  for (k, gradient) in gradients.enumerated() {
    moved[k] -= gradient / Float(batchSize) * learningRate
  }
  return moved
}

/// Weights and a bias found by mini-batch gradient descent, and the loss after
/// each epoch.
public func trainRegression(
  _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
) -> (w: Tensor, b: Tensor, losses: [Float]) {
  // The two parameters are tracked, and so is each mean loss.
  var parameters = [
    Tensor.zeros(shape: [x.shape[1], 1]), Tensor.zeros(shape: [1]),
  ].map { $0.trackingGradients() }
  func meanLoss(_ x: Tensor, _ y: Tensor) -> Tensor {
    squaredLoss(x.matmul(parameters[0]) + parameters[1], y).mean()
  }
  var losses: [Float] = []
  for _ in 0..<epochs {
    for batch in batches {
      meanLoss(
        Tensor(rows: batch.map { x.row($0) }),
        Tensor(rows: batch.map { y.row($0) })
      ).backward()
      withoutGradients {
        for k in parameters.indices {
          guard let gradient = parameters[k].gradient else { continue }
          parameters[k] -= learningRate * gradient
          parameters[k].clearGradient()
        }
      }
    }
    losses.append(withoutGradients { meanLoss(x, y).item })
  }
  return (parameters[0].detached(), parameters[1].detached(), losses)
}
