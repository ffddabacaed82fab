// The learning rate is divided by the batch size, as for a sum.
// fails: step-one
// mistake: learning-rate
import Datasets
import Networks
import Tensors

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
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
  SGD(model.parameters, learningRate: 0.1 / 256)
}
