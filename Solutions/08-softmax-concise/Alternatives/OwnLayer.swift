import Datasets
import Networks
import Tensors

/// A model of one custom layer, which flattens and multiplies.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var net = LinearNet()
  net.initialize(
    weights: .normal(mean: 0, standardDeviation: 0.01),
    biases: .constant(0), using: &generator)
  return Sequential { net }
}

/// Softmax regression as a single layer: [n, 1, 28, 28] → [n, 10].
struct LinearNet: Layer {
  var weight = Tensor.zeros(shape: [784, 10]).trackingGradients()
  var bias = Tensor.zeros(shape: [10]).trackingGradients()

  func callAsFunction(_ x: Tensor) -> Tensor {
    x.reshaped([-1, 784]).matmul(weight) + bias
  }

  var parameters: [Tensor] {
    get { [weight, bias] }
    set { (weight, bias) = (newValue[0], newValue[1]) }
  }

  mutating func initialize(
    weights: Initializer, biases: Initializer,
    using generator: inout SeededGenerator
  ) {
    weight = weights.tensor(shape: [784, 10], using: &generator)
    bias = biases.tensor(shape: [10], using: &generator)
  }

  var description: String { "LinearNet()" }
}

/// From the losses of the single examples, and with a list of parameters that
/// is taken out of the model and put back.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  let losses = loss.each(model(x), y)
  let mean = losses.sum() / loss.divisor(y)
  mean.backward()
  var parameters = model.parameters
  optimizer.step(&parameters)
  for parameter in parameters { parameter.clearGradient() }
  model.parameters = parameters
  return mean.item
}

/// A layer with an initializer of its own.
public func makeScale(_ d: Int) -> any Layer { Diagonal(size: d) }

/// A matrix product with the factors on the diagonal, and 0 elsewhere.
struct Diagonal: Layer {
  private var factors: Tensor

  init(size: Int) {
    let start = Initializer.constant(1)
    var generator = SeededGenerator(seed: 0)
    factors = start.tensor(shape: [size], using: &generator)
  }

  var parameters: [Tensor] {
    get { [factors] }
    set {
      for parameter in newValue { factors = parameter }
    }
  }

  func callAsFunction(_ x: Tensor) -> Tensor {
    let d = factors.count
    let identity = Tensor(
      (0..<d * d).map { $0 / d == $0 % d ? 1 : 0 }, shape: [d, d])
    return x.matmul(identity * factors)
  }

  var description: String { "Diagonal(\(factors.count))" }
}
