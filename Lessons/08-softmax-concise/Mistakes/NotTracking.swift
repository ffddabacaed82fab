// The weights are set to a tensor that tracks no gradients.
// fails: model-learns
// mistake: not-tracking
import Datasets
import Networks
import Tensors

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var linear = Linear(784, 10)
  linear.weight = .normal(
    standardDeviation: 0.01, shape: [784, 10], using: &generator)
  return Sequential {
    Flatten()
    linear
  }
}

/// The mean cross-entropy of a batch of scores with its labels.
public func makeLoss() -> CrossEntropyLoss {
  CrossEntropyLoss()
}

/// Stochastic gradient descent on the parameters of `model`.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(model.parameters, learningRate: 0.1)
}
