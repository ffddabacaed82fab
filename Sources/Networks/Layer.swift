public import Tensors

/// A function of a batch, with parameters that can be learned.
///
/// ```swift
/// let layer = Linear(784, 10)
/// print(layer(Tensor.zeros(shape: [2, 784])).shape)  // prints [2, 10]
/// ```
public protocol Layer: Sendable, CustomStringConvertible {
  /// What the layer makes of a batch.
  func callAsFunction(_ x: Tensor) -> Tensor

  /// What can be learned, each tracking gradients; none by default.
  var parameters: [Tensor] { get set }

  /// Sets weights and biases anew; without effect where there are none.
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
          "it has none")
      }
    }
  }

  /// Sets nothing, for there is nothing to set.
  public mutating func initialize(
    weights: Initializer, biases: Initializer = .zeros,
    using generator: inout SeededGenerator
  ) {}

  /// Makes the parameters leaves of their own, so that copies of the layer
  /// get no gradient of theirs.
  mutating func separateParameters() {
    var separate = parameters
    for i in separate.indices { separate[i].separateLeaf() }
    parameters = separate
  }

  /// Forgets the gradients of all parameters.
  public func clearGradients() {
    for parameter in parameters { parameter.clearGradient() }
  }
}

/// How the values of a parameter begin.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1)
/// let b = Initializer.constant(0.5).tensor(shape: [2], using: &generator)
/// print(b)  // prints [0.5, 0.5]
/// ```
public enum Initializer: Sendable, Equatable {
  /// Normal deviates.
  case normal(mean: Float = 0, standardDeviation: Float)
  /// One value everywhere.
  case constant(Float)

  /// 0 everywhere.
  public static let zeros = Initializer.constant(0)

  /// A parameter of this shape, tracking gradients.
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
