import Datasets
import Exercise02
import Exercise03
import Exercise04
import Tensors

/// The parameters before training: small random weights, and biases of zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  return [
    .normal(
      mean: 0, standardDeviation: 0.01, shape: [784, 10], using: &generator),
    .zeros(shape: [10]),
  ]
}

/// The probabilities that the model gives each class.
public func model(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  softmax(x.reshaped([x.shape[0], -1]).matmul(w) + b)
}

/// Trains over all batches once; reverse mode finds the gradients.
public func trainEpoch(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor, learningRate: Float
) -> (w: Tensor, b: Tensor, loss: Float, accuracy: Float) {
  var (w, b) = (w.detached(), b.detached())
  var (loss, right, count) = (0.0, 0, 0)
  for (x, y) in batches {
    // New leaves for every batch, so that their gradients start at zero.
    let (weights, biases) = (w.trackingGradients(), b.trackingGradients())
    let logits = x.reshaped([y.count, -1]).matmul(weights) + biases
    let losses = logSums(logits) - logits.picking(y)
    losses.mean().backward()
    if let slope = weights.gradient { w -= learningRate * slope }
    if let slope = biases.gradient { b -= learningRate * slope }
    loss += Double(losses.sum().item)
    right += zip(predictedClasses(logits), y).count { $0 == $1 }
    count += y.count
  }
  return (
    w, b, Float(loss / Double(count)), Float(right) / Float(count)
  )
}

/// The fraction of the examples that the model classifies correctly.
public func evaluateAccuracy(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor
) -> Float {
  var hits: [Float] = []
  for (x, y) in batches {
    let predicted = predictedClasses(model(x, w, b))
    hits += zip(predicted, y).map { $0 == $1 ? 1 : 0 }
  }
  return Tensor(hits).mean().item
}

/// log Σ exp of each row, made of differentiable operations.
private func logSums(_ logits: Tensor) -> Tensor {
  let largest = logits.detached().max(axis: 1, keepingDimensions: true)
  return (logits - largest).exp().sum(axis: 1).log()
    + largest.reshaped([-1])
}
