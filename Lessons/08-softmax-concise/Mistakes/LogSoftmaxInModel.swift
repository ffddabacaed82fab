// The model ends with the logarithm of softmax.
// fails: model-scores
// mistake: softmax-in-model
import Datasets
import Networks
import Tensors

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
    LogSoftmax()
  }
  model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
  return model
}

/// The mean cross-entropy of a batch of scores with its labels.
public func makeLoss() -> CrossEntropyLoss {
  CrossEntropyLoss()
}

/// Stochastic gradient descent on the parameters of `model`.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(model.parameters, learningRate: 0.1)
}

/// Logarithms of probabilities in place of scores.
struct LogSoftmax: Layer {
  func callAsFunction(_ x: Tensor) -> Tensor {
    let e = x.exp()
    return (e / e.sum(axis: 1, keepingDimensions: true)).log()
  }

  var description: String { "LogSoftmax()" }
}
