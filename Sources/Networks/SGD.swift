public import Tensors

/// Stochastic gradient descent.
///
/// ```swift
/// var parameters = [Tensor([1, 2]).trackingGradients()]
/// var optimizer = SGD(parameters, learningRate: 0.1)
/// parameters[0].squared().sum().backward()
/// optimizer.step(&parameters)
/// print(parameters[0])  // prints [0.8, 1.6]
/// ```
///
/// With gradient g, parameter p and velocity v: g += weightDecay · p; with
/// momentum μ, v = μ v + (1 − dampening) g (at first v = g), and g becomes v,
/// or g + μ v for Nesterov; then p −= learningRate · g. As PyTorch does it.
public struct SGD: Sendable {
  /// How far a step goes.
  public var learningRate: Float
  /// μ, how much of the velocity is kept.
  public let momentum: Float
  /// How much of the gradient the velocity does not take up.
  public let dampening: Float
  /// How much of each parameter is added to its gradient.
  public let weightDecay: Float
  /// Whether the gradient is taken ahead of the step.
  public let nesterov: Bool

  private let shapes: [[Int]]
  private var velocities: [Tensor?]

  /// An optimizer for parameters of these shapes.
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

  /// Moves each parameter against the gradient it has.
  ///
  /// One without a gradient stays. The gradients remain until they are
  /// cleared. A parameter that has been moved shares nothing with its copies.
  public mutating func step(_ parameters: inout [Tensor]) {
    guard parameters.map(\.shape) == shapes else {
      stop(
        "step", "shapes \(parameters.map(\.shape)) and \(shapes)",
        "the parameters must be those the optimizer was made for")
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
