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

/// The halves of the batch one after another: their gradients add up, as long
/// as nobody clears them, and one step follows both.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  defer { model.clearGradients() }
  var total: Float = 0
  for half in [0..<y.count / 2, y.count / 2..<y.count] where !half.isEmpty {
    let losses = loss.each(model(x[half]), Array(y[half]))
    let share = losses.sum() / loss.divisor(y)
    share.backward()
    total += share.item
  }
  optimizer.step(&model.parameters)
  return total
}

/// How far each factor is from 1 decides how much of x is added to it.
public func makeScale(_ d: Int) -> any Layer {
  var layer = Relative()
  layer.factors = (Tensor.zeros(shape: [d]) + 1).trackingGradients()
  return layer
}

private struct Relative: Layer {
  var factors = Tensor(1)

  func callAsFunction(_ x: Tensor) -> Tensor { x + x * (factors - 1) }

  var parameters: [Tensor] {
    get { [factors] }
    set { newValue.first.map { factors = $0 } }
  }

  let description = "Relative"
}
