import Datasets
import Exercise02
import Exercise03
import Exercise04
import Tensors

/// The parameters before training: weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, biases of shape [10],
/// all zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  let w = Tensor.normal(
    standardDeviation: 0.01, shape: [784, 10], using: &generator)
  return [w, Tensor.zeros(shape: [10])]
}

/// The probabilities that the model gives each class.
///
/// `x` holds n images, of shape [n, 1, 28, 28]; `w` has shape [784, 10] and
/// `b` shape [10]. The result has shape [n, 10].
public func model(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  softmax(scores(x, w, b))
}

/// Trains over all batches once.
///
/// Each batch makes a step of plain gradient descent on its mean loss. There
/// is at least one example. Returns the new weights and biases, and the mean
/// loss and the accuracy over the examples as the model met them.
public func trainEpoch(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor, learningRate: Float
) -> (w: Tensor, b: Tensor, loss: Float, accuracy: Float) {
  var (w, b) = (w, b)
  // Sums over the examples: the last batch may be shorter than the others,
  // and must not count for more.
  var (loss, right, count) = (Float(0), Float(0), Float(0))
  for (x, y) in batches {
    let n = Float(y.count)
    let logits = scores(x, w, b)
    loss += crossEntropy(logits: logits, y).sum().item
    right += accuracy(logits, y) * n
    count += n

    // The gradients of the mean loss: Xᵀ(Ŷ − Y)/n, and the column means.
    let gradient = crossEntropyGradient(logits: logits, y) / n
    w -= learningRate * flattened(x).transposed().matmul(gradient)
    b -= learningRate * gradient.sum(axis: 0)
  }
  return (w, b, loss / count, right / count)
}

/// The fraction of the examples in all batches that the model classifies
/// correctly.
///
/// There is at least one example, and none has two highest scores.
public func evaluateAccuracy(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor
) -> Float {
  var (right, count) = (Float(0), Float(0))
  for (x, y) in batches {
    right += accuracy(model(x, w, b), y) * Float(y.count)
    count += Float(y.count)
  }
  return right / count
}

/// One image per row: [n, 1, 28, 28] → [n, 784].
private func flattened(_ x: Tensor) -> Tensor {
  x.reshaped([-1, 784])
}

/// The scores of the classes: [n, 1, 28, 28] → [n, 10].
private func scores(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  flattened(x).matmul(w) + b
}
