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

/// In the order of most PyTorch programs: the gradients of the last batch are
/// cleared before those of this one are computed.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  model.clearGradients()
  let loss = loss(model(x), y)
  loss.backward()
  optimizer.step(&model.parameters)
  return loss.item
}

/// A layer within a model within a model.
public func makeScale(_ d: Int) -> any Layer {
  Sequential { Factors(parameters: [.ones(shape: [d]).trackingGradients()]) }
}

/// A layer whose parameters are stored as the list that the library asks for.
private struct Factors: Layer {
  var parameters: [Tensor]
  let description = "Factors"

  func callAsFunction(_ x: Tensor) -> Tensor { parameters[0] * x }
}
