import Datasets
import Networks
import Tensors

/// A model within a model, its parameters replaced as a list.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Sequential {
      Linear(28 * 28, FashionMNIST.classNames.count)
    }
  }
  let start = Initializer.normal(standardDeviation: 0.01)
  model.parameters = model.parameters.map { parameter in
    parameter.rank == 2
      ? start.tensor(shape: parameter.shape, using: &generator)
      : Initializer.zeros.tensor(shape: parameter.shape, using: &generator)
  }
  return model
}

/// The loss with its default settings.
public func makeLoss() -> CrossEntropyLoss {
  .init()
}

/// The learning rate is set after the optimizer is made.
public func makeOptimizer(for model: Sequential) -> SGD {
  var optimizer = SGD(model.parameters, learningRate: 1)
  optimizer.learningRate = 0.1
  return optimizer
}
