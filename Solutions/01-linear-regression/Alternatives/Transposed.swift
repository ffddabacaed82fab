import Tensors

/// The prediction of a linear model for each example.
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  // (wᵀ Xᵀ)ᵀ is Xw.
  w.transposed().matmul(x.transposed()).transposed() + b
}

/// The squared loss of each prediction: ½ (ŷ − y)².
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  let size = (yHat - y).absolute()
  return size * (size / 2)
}

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  zip(parameters, gradients).map { parameter, gradient in
    parameter + gradient * (-learningRate) / Float(batchSize)
  }
}

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  // (eᵀ X)ᵀ is Xᵀ e, and a row of ones times e adds up e.
  let row = (linearRegression(x, w, b) - y).transposed()
  let ones = Tensor.ones(shape: [x.shape[0], 1])
  return [row.matmul(x).transposed(), row.matmul(ones).reshaped([1])]
}

/// Weights and a bias found by mini-batch gradient descent, and the loss after
/// each epoch.
public func trainRegression(
  _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
) -> (w: Tensor, b: Tensor, losses: [Float]) {
  let start = [Tensor.zeros(shape: [x.shape[1], 1]), Tensor.zeros(shape: [1])]
  let cut = batches.map { batch in
    (Tensor(rows: batch.map(x.row)), Tensor(rows: batch.map(y.row)))
  }
  // The parameters after each epoch, the last of them being the result.
  var history = [start]
  for epoch in 0..<epochs {
    history.append(
      cut.reduce(history[epoch]) { theta, batch in
        sgdStep(
          theta,
          gradients: regressionGradient(batch.0, batch.1, theta[0], theta[1]),
          learningRate: learningRate, batchSize: batch.1.count)
      })
  }
  let losses = history.dropFirst().map { theta in
    squaredLoss(linearRegression(x, theta[0], theta[1]), y).mean().item
  }
  return (history[epochs][0], history[epochs][1], losses)
}
