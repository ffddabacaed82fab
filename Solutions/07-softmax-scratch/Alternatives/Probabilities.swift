import Datasets
import Exercise02
import Exercise03
import Exercise04
import Tensors

/// The parameters before training: small random weights, and biases of zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  let values = (0..<7_840).map { _ in Float(0.01 * generator.normal()) }
  return [Tensor(values, shape: [784, 10]), Tensor.zeros(shape: [10])]
}

/// The probabilities that the model gives each class.
public func model(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  softmax(x.reshaped([-1, w.shape[0]]).matmul(w) + b)
}

/// Trains over all batches once, from the probabilities alone: their
/// difference from the one-hot labels is the gradient.
public func trainEpoch(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor, learningRate: Float
) -> (w: Tensor, b: Tensor, loss: Float, accuracy: Float) {
  var (w, b) = (w, b)
  var losses: [Float] = []
  var right = 0
  for (x, y) in batches {
    let yHat = model(x, w, b)
    losses += crossEntropy(yHat, y).values
    right += zip(predictedClasses(yHat), y).count { $0 == $1 }
    let error = yHat - oneHot(y, classes: 10)
    let rate = learningRate / Float(y.count)
    // (EᵀX)ᵀ is XᵀE, and transposes the smaller matrices.
    let slope = error.transposed().matmul(x.reshaped([y.count, -1]))
    w -= rate * slope.transposed()
    b -= rate * error.sum(axis: 0)
  }
  return (
    w, b, Tensor(losses).mean().item, Float(right) / Float(losses.count)
  )
}

/// The fraction of the examples that the model classifies correctly.
public func evaluateAccuracy(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor
) -> Float {
  let right = batches.reduce(0) { total, batch in
    let predicted = predictedClasses(model(batch.x, w, b))
    return total + zip(predicted, batch.y).count { $0 == $1 }
  }
  return Float(right) / Float(batches.exampleCount)
}
