import Datasets
import Tensors

// Softmax regression by Tensors alone, as a learner writes it in lesson 7.

private func softmax(_ x: Tensor) -> Tensor {
  let exponentials = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

private func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -yHat.picking(y).log()
}

private func model(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  softmax(x.reshaped([-1, 784]).matmul(w) + b)
}

private func countCorrect(_ yHat: Tensor, _ y: [Int]) -> Int {
  zip(yHat.argmax(axis: 1), y).count { $0 == $1 }
}

func scratch(
  _ train: FashionMNIST, _ test: FashionMNIST, epochs: Int
) -> [Run.Epoch] {
  var generator = SeededGenerator(seed: 0)
  var w = Tensor.normal(
    standardDeviation: 0.01, shape: [784, 10], using: &generator)
  var b = Tensor.zeros(shape: [10])
  return (0..<epochs).map { _ in
    let start = ContinuousClock.now
    var (loss, correct) = (Float(0), 0)
    let batches = MiniBatches(
      train, batchSize: batchSize, shuffledBy: &generator)
    for (x, y) in batches {
      let (leafW, leafB) = (w.trackingGradients(), b.trackingGradients())
      let yHat = model(x, leafW, leafB)
      let total = crossEntropy(yHat, y).sum()
      total.backward()
      if let gradientW = leafW.gradient, let gradientB = leafB.gradient {
        w -= gradientW * (learningRate / Float(y.count))
        b -= gradientB * (learningRate / Float(y.count))
      }
      loss += total.item
      correct += countCorrect(yHat, y)
    }
    var testCorrect = 0
    for (x, y) in MiniBatches(test, batchSize: batchSize) {
      testCorrect += countCorrect(model(x, w, b), y)
    }
    return Run.Epoch(
      seconds: seconds(since: start), loss: loss / Float(train.count),
      train: Float(correct) / Float(train.count),
      test: Float(testCorrect) / Float(test.count))
  }
}
