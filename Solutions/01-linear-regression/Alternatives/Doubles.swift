import Foundation
import Tensors

/// The prediction of a linear model for each example.
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  let weights = w.values.map { Double($0) }
  let predictions = (0..<x.shape[0]).map { i in
    let row = x.row(i).values.map { Double($0) }
    return Float(zip(row, weights).reduce(Double(b[0])) { $0 + $1.0 * $1.1 })
  }
  return Tensor(predictions, shape: [x.shape[0], 1])
}

/// The squared loss of each prediction: ½ (ŷ − y)².
public func squaredLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  let losses = zip(yHat.values, y.values).map { guess, truth in
    Float(pow(Double(guess) - Double(truth), 2) / 2)
  }
  return Tensor(losses, shape: yHat.shape)
}

/// The parameters after one step of mini-batch gradient descent.
public func sgdStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  batchSize: Int
) -> [Tensor] {
  let rate = Double(learningRate) / Double(batchSize)
  return zip(parameters, gradients).map { parameter, gradient in
    let values = zip(parameter.values, gradient.values).map {
      Float(Double($0) - rate * Double($1))
    }
    return Tensor(values, shape: parameter.shape)
  }
}
