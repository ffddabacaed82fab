import Datasets
import Networks
import Tensors

/// The layer's weight is drawn and set by hand, number by number.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var linear = Linear(784, 10)
  let deviates = (0..<7_840).map { _ in Float(generator.normal() / 100) }
  linear.weight = Tensor(deviates, shape: [784, 10]).trackingGradients()
  return Sequential {
    Flatten()
    linear
  }
}

/// The loss, made once and shared.
public func makeLoss() -> CrossEntropyLoss { loss }

private let loss = CrossEntropyLoss(reduction: .mean)

/// The parameters gathered layer by layer.
public func makeOptimizer(for model: Sequential) -> SGD {
  var parameters: [Tensor] = []
  for layer in model.layers { parameters += layer.parameters }
  return SGD(parameters, learningRate: 0.1)
}
