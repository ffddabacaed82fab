import Datasets
import Exercise02
import Exercise03
import Exercise04
import Tensors

/// The parameters before training: small random weights, and biases of zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  var w = Tensor.zeros(shape: [784, 10])
  for i in 0..<784 {
    for j in 0..<10 { w[i, j] = Float(generator.normal()) / 100 }
  }
  return [w, Tensor.zeros(shape: [10])]
}

/// The probabilities that the model gives each class, one image after
/// another.
public func model(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  let images = x.reshaped([x.shape[0], 784])
  return softmax(
    Tensor(rows: (0..<x.shape[0]).map { images.row($0).matmul(w) + b }))
}

/// Trains over all batches once, adding up the gradient of each example.
public func trainEpoch(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor, learningRate: Float
) -> (w: Tensor, b: Tensor, loss: Float, accuracy: Float) {
  var (w, b) = (w, b)
  var (loss, right) = (0.0, 0)
  for (x, y) in batches {
    let images = x.reshaped([y.count, 784])
    let logits = images.matmul(w) + b
    let errors = crossEntropyGradient(logits: logits, y)
    var slopeOfW = [Float](repeating: 0, count: 7_840)
    var slopeOfB = Tensor.zeros(shape: [10])
    let (pixels, shares) = (images.values, errors.values)
    for i in y.indices {
      slopeOfB += errors.row(i)
      for k in 0..<784 where pixels[i * 784 + k] != 0 {
        for j in 0..<10 {
          slopeOfW[k * 10 + j] += pixels[i * 784 + k] * shares[i * 10 + j]
        }
      }
    }
    let n = Float(y.count)
    w -= Tensor(slopeOfW, shape: [784, 10]) / n * learningRate
    b -= slopeOfB / n * learningRate
    for row in crossEntropy(logits: logits, y).values { loss += Double(row) }
    right += zip(predictedClasses(logits), y).count { $0 == $1 }
  }
  let count = batches.exampleCount
  return (w, b, Float(loss / Double(count)), Float(right) / Float(count))
}

/// The fraction of the examples that the model classifies correctly.
public func evaluateAccuracy(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor
) -> Float {
  var (predicted, labels): ([Int], [Int]) = ([], [])
  for i in 0..<batches.count {
    let (x, y) = batches[i]
    predicted += predictedClasses(model(x, w, b))
    labels += y
  }
  return Float(zip(predicted, labels).count { $0 == $1 })
    / Float(labels.count)
}
