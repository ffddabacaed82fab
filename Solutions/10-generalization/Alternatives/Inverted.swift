import Foundation
import Tensors

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  // The inequality itself, inverted: exp(−2 n ε²) ≤ 1 − confidence.
  Int(ceil(-log(1 - confidence) / (2 * pow(error, 2))))
}

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  // The decay first, then the step from the lesson on regression.
  let decayed = [parameters[0] * (1 - learningRate * decay), parameters[1]]
  return zip(decayed, gradients).map { parameter, gradient in
    parameter - learningRate * gradient / Float(batchSize)
  }
}

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  // First the fold of each place, and then the places of each fold.
  let (size, larger) = (count / k, count % k)
  let fold = (0..<count).map { place in
    place < larger * (size + 1)
      ? place / (size + 1) : (place - larger) / size
  }
  return (0..<k).map { i in
    var parts: (train: [Int], validation: [Int]) = ([], [])
    for (place, example) in order.enumerated() {
      if fold[place] == i {
        parts.validation.append(example)
      } else {
        parts.train.append(example)
      }
    }
    return parts
  }
}
