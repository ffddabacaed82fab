public import Tensors

/// The stochastic gradient descent optimizer.
///
/// ```swift
/// var parameters = [Tensor([1, 2]).trackingGradients()]
/// var optimizer = SGD(parameters, learningRate: 0.1)
/// parameters[0].squared().sum().backward()
/// optimizer.step(&parameters)
/// print(parameters[0])  // prints [0.8, 1.6]
/// ```
///
/// For each parameter p with gradient g, weight decay first adds
/// `weightDecay · p` to g. With momentum μ, the velocity becomes
/// v = μ v + (1 − dampening) g, or g at the first step, and g is replaced by v,
/// or by g + μ v for Nesterov. Then p −= learningRate · g. PyTorch's `SGD` does
/// the same.
public struct SGD: Sendable {
  /// The factor of the gradient in a step.
  public var learningRate: Float
  /// μ, the fraction of the velocity that is kept.
  public let momentum: Float
  /// The fraction of the gradient that does not enter the velocity.
  public let dampening: Float
  /// The fraction of each parameter that is added to its gradient.
  public let weightDecay: Float
  /// Whether to use Nesterov momentum, which looks one step ahead.
  public let nesterov: Bool

  private let shapes: [[Int]]
  private var velocities: [Tensor?]

  /// An optimizer for parameters of these shapes.
  ///
  /// Rates must not be negative, and Nesterov momentum needs a momentum above 0
  /// and no dampening.
  public init(
    _ parameters: [Tensor], learningRate: Float, momentum: Float = 0,
    dampening: Float = 0, weightDecay: Float = 0, nesterov: Bool = false
  ) {
    for (name, value) in [
      ("learning rate", learningRate), ("momentum", momentum),
      ("weight decay", weightDecay),
    ] where !(value >= 0) {
      stop("SGD", "\(name) \(value)", "it must not be negative")
    }
    if nesterov && (momentum == 0 || dampening != 0) {
      stop(
        "SGD", "momentum \(momentum) and dampening \(dampening)",
        "Nesterov needs momentum and no dampening")
    }
    self.learningRate = learningRate
    self.momentum = momentum
    self.dampening = dampening
    self.weightDecay = weightDecay
    self.nesterov = nesterov
    shapes = parameters.map(\.shape)
    velocities = parameters.map { _ in nil }
  }

  /// Moves each parameter against its gradient.
  ///
  /// A parameter without a gradient stays unchanged. Gradients remain until
  /// they are cleared. A parameter that has moved shares nothing with its
  /// copies.
  public mutating func step(_ parameters: inout [Tensor]) {
    guard parameters.map(\.shape) == shapes else {
      stop(
        "step", "shapes \(parameters.map(\.shape)) and \(shapes)",
        "pass the parameters that the optimizer was made for")
    }
    for i in parameters.indices {
      guard var gradient = parameters[i].gradient else { continue }
      if weightDecay != 0 {
        gradient.add(parameters[i], times: weightDecay)
      }
      if momentum != 0 {
        var velocity = velocities[i].map { $0 * momentum } ?? gradient
        if velocities[i] != nil {
          velocity.add(gradient, times: 1 - dampening)
        }
        velocities[i] = velocity
        if nesterov {
          gradient.add(velocity, times: momentum)
        } else {
          gradient = velocity
        }
      }
      parameters[i].add(gradient, times: -learningRate)
    }
  }
}
