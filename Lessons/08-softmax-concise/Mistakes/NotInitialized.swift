// All weights begin at zero.
// fails: model-spread
// mistake: not-initialized
import Datasets
import Networks
import Tensors

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  Sequential {
    Flatten()
    Linear(784, 10)
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
