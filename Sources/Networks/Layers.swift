public import Tensors

/// Flattens every example into a row: `[n, …]` → `[n, d]`.
///
/// ```swift
/// print(Flatten()(Tensor.zeros(shape: [2, 1, 28, 28])).shape)
/// // prints [2, 784]
/// ```
public struct Flatten: Layer {
  /// A layer without parameters.
  public init() {}

  /// The batch as a matrix.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    guard let n = x.shape.first else {
      stop("Flatten", "shape []", "a batch must have a first axis")
    }
    return x.reshaped([n, x.shape.dropFirst().reduce(1, *)])
  }

  /// The layer as written in a model.
  public var description: String { "Flatten()" }
}

/// max(x, 0) of every element; the gradient at 0 is 0.
///
/// ```swift
/// print(ReLU()(Tensor([-1, 2])))  // prints [0.0, 2.0]
/// ```
public struct ReLU: Layer {
  /// A layer without parameters.
  public init() {}

  /// The batch with 0 in place of negative elements.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.relu() }

  /// The layer as written in a model.
  public var description: String { "ReLU()" }
}

/// 1 / (1 + e⁻ˣ) of every element.
///
/// ```swift
/// print(Sigmoid()(Tensor([-100, 0, 100])))  // prints [0.0, 0.5, 1.0]
/// ```
public struct Sigmoid: Layer {
  /// A layer without parameters.
  public init() {}

  /// The batch with every element between 0 and 1.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.sigmoid() }

  /// The layer as written in a model.
  public var description: String { "Sigmoid()" }
}

/// x · weight + bias: `[n, d]` → `[n, q]`, with a weight of shape `[d, q]` and
/// a bias of shape `[q]`.
///
/// ```swift
/// var layer = Linear(2, 1)
/// layer.weight = Tensor([[2], [3]])
/// print(layer(Tensor([[1, 10]])))  // prints [[32.0]]
/// ```
public struct Linear: Layer {
  /// The weight, of shape `[d, q]`.
  public var weight: Tensor
  /// The bias, of shape `[q]`.
  public var bias: Tensor

  /// A layer with `d` inputs and `q` outputs.
  ///
  /// Its parameters are 0 until ``initialize(weights:biases:using:)`` sets
  /// them.
  public init(_ d: Int, _ q: Int) {
    weight = Tensor.zeros(shape: [d, q]).trackingGradients()
    bias = Tensor.zeros(shape: [q]).trackingGradients()
  }

  /// The affine function of every row.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.matmul(weight) + bias }

  /// The weight and the bias.
  public var parameters: [Tensor] {
    get { [weight, bias] }
    set {
      guard newValue.map(\.shape) == [weight.shape, bias.shape] else {
        stop(
          "parameters", "shapes \(newValue.map(\.shape)) for \(self)",
          "give a weight [d, q] and a bias [q]")
      }
      (weight, bias) = (newValue[0], newValue[1])
    }
  }

  /// The bias, and the weight as PyTorch stores it: transposed, `[q, d]`.
  public var state: [String: Tensor] {
    get { ["weight": weight.detached().transposed(), "bias": bias.detached()] }
    set {
      requireState(newValue)
      guard let weight = newValue["weight"], let bias = newValue["bias"] else {
        return
      }
      parameters = [weight.transposed(), bias].map { $0.trackingGradients() }
    }
  }

  /// Sets the weight and the bias to new values.
  public mutating func initialize(
    weights: Initializer, biases: Initializer = .zeros,
    using generator: inout SeededGenerator
  ) {
    weight = weights.tensor(shape: weight.shape, using: &generator)
    bias = biases.tensor(shape: bias.shape, using: &generator)
  }

  /// The layer as written in a model.
  public var description: String {
    "Linear(\(weight.shape[0]), \(weight.shape[1]))"
  }
}
