public import Tensors

/// A function of a batch, with parameters that can be learned.
///
/// ```swift
/// let layer = Linear(784, 10)
/// print(layer(Tensor.zeros(shape: [2, 784])).shape)  // prints [2, 10]
/// ```
public protocol Layer: Sendable, CustomStringConvertible {
  /// The output for a batch.
  func callAsFunction(_ x: Tensor) -> Tensor

  /// The learnable parameters, which track gradients; none by default.
  var parameters: [Tensor] { get set }

  /// The parameters by the names, and in the shapes, that PyTorch's
  /// `state_dict()` gives them; numbered from 0 by default.
  var state: [String: Tensor] { get set }

  /// Sets the weights and biases to new values; does nothing without
  /// parameters.
  mutating func initialize(
    weights: Initializer, biases: Initializer,
    using generator: inout SeededGenerator)
}

extension Layer {
  /// No parameters.
  public var parameters: [Tensor] {
    get { [] }
    set {
      if !newValue.isEmpty {
        stop(
          "parameters", "\(newValue.count) parameters for \(self)",
          "this layer has none")
      }
    }
  }

  /// Does nothing, because there are no parameters.
  public mutating func initialize(
    weights: Initializer, biases: Initializer = .zeros,
    using generator: inout SeededGenerator
  ) {}

  /// Gives the parameters graph nodes of their own, so that copies of the layer
  /// do not receive their gradients.
  mutating func separateParameters() {
    var separate = parameters
    for i in separate.indices { separate[i].separateLeaf() }
    parameters = separate
  }

  /// Discards the gradients of all parameters.
  public func clearGradients() {
    for parameter in parameters { parameter.clearGradient() }
  }
}

/// How the values of a parameter are initialized.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1)
/// let b = Initializer.constant(0.5).tensor(shape: [2], using: &generator)
/// print(b)  // prints [0.5, 0.5]
/// ```
public enum Initializer: Sendable, Equatable {
  /// Random numbers from a normal distribution.
  case normal(mean: Float = 0, standardDeviation: Float)
  /// The same value everywhere.
  case constant(Float)

  /// Zeros.
  public static let zeros = Initializer.constant(0)

  /// A new parameter of the given shape, which tracks gradients.
  public func tensor(
    shape: [Int], using generator: inout SeededGenerator
  ) -> Tensor {
    switch self {
    case .normal(let mean, let standardDeviation):
      Tensor.normal(
        mean: mean, standardDeviation: standardDeviation, shape: shape,
        using: &generator
      ).trackingGradients()
    case .constant(let value):
      (Tensor.zeros(shape: shape) + value).trackingGradients()
    }
  }
}
