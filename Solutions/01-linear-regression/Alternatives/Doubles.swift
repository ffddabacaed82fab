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

/// The gradient of the sum of the losses, for the weights and for the bias.
public func regressionGradient(
  _ x: Tensor, _ y: Tensor, _ w: Tensor, _ b: Tensor
) -> [Tensor] {
  let d = x.shape[1]
  let (features, weights) = (
    x.values.map(Double.init), w.values.map(Double.init)
  )
  var (slopes, slope) = ([Double](repeating: 0, count: d), 0.0)
  for (i, label) in y.values.enumerated() {
    let row = features[i * d..<(i + 1) * d]
    let yHat = zip(row, weights).reduce(Double(b[0])) { $0 + $1.0 * $1.1 }
    let error = yHat - Double(label)
    for (j, feature) in row.enumerated() { slopes[j] += error * feature }
    slope += error
  }
  return [
    Tensor(slopes.map { Float($0) }, shape: [d, 1]), Tensor([Float(slope)]),
  ]
}

/// Weights and a bias found by mini-batch gradient descent, and the loss after
/// each epoch.
public func trainRegression(
  _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
) -> (w: Tensor, b: Tensor, losses: [Float]) {
  // Nothing is rounded to Float before the end.
  let d = x.shape[1]
  let (features, labels) = (
    x.values.map(Double.init), y.values.map(Double.init)
  )
  var (w, b) = ([Double](repeating: 0, count: d), 0.0)
  func error(_ i: Int) -> Double {
    w.indices.reduce(b - labels[i]) { $0 + features[i * d + $1] * w[$1] }
  }
  let losses = (0..<epochs).map { _ in
    for batch in batches {
      let errors = batch.map { (i: $0, size: error($0)) }
      let step = Double(learningRate) / Double(batch.count)
      for j in w.indices {
        w[j] -=
          step * errors.reduce(0) { $0 + features[$1.i * d + j] * $1.size }
      }
      b -= step * errors.reduce(0) { $0 + $1.size }
    }
    let total = labels.indices.reduce(0) { $0 + pow(error($1), 2) / 2 }
    return Float(total / Double(labels.count))
  }
  return (
    Tensor(w.map { Float($0) }, shape: [d, 1]), Tensor([Float(b)]), losses
  )
}
