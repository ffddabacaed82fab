import Foundation
import Tensors

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  // Finds the number by bisection.
  var (few, enough) = (0, 1)
  while exp(-2 * Double(enough) * error * error) > 1 - confidence {
    (few, enough) = (enough, 2 * enough)
  }
  while enough - few > 1 {
    let middle = (few + enough) / 2
    if exp(-2 * Double(middle) * error * error) > 1 - confidence {
      few = middle
    } else {
      enough = middle
    }
  }
  return enough
}

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  let n = Float(batchSize)
  var (w, b) = (parameters[0].values, parameters[1].values)
  for i in w.indices {
    let slope = gradients[0].values[i] / n + decay * w[i]
    w[i] -= learningRate * slope
  }
  for j in b.indices { b[j] -= learningRate * gradients[1].values[j] / n }
  return [
    Tensor(w, shape: parameters[0].shape),
    Tensor(b, shape: parameters[1].shape),
  ]
}

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  // Where each part begins, by a formula.
  let starts = (0...k).map { $0 * (count / k) + min($0, count % k) }
  return zip(starts, starts.dropFirst()).map { start, end in
    var train = order
    train.removeSubrange(start..<end)
    return (train, Array(order[start..<end]))
  }
}
