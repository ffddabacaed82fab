public import Tensors

/// How the losses of the elements are combined.
///
/// ```swift
/// let loss = L1Loss(reduction: .sum)
/// print(loss(Tensor([1, 2]), Tensor([0, 0])))  // prints 3.0
/// ```
public enum Reduction: Sendable {
  /// Keeps every loss.
  case none
  /// Takes the mean.
  case mean
  /// Takes the sum.
  case sum

  func callAsFunction(_ losses: Tensor) -> Tensor {
    switch self {
    case .none: losses
    case .mean: losses.mean()
    case .sum: losses.sum()
    }
  }
}

/// A loss of predictions ŷ and targets y of the same shape.
public protocol RegressionLoss: Loss where Targets == Tensor {
  /// How the losses of the elements are combined.
  var reduction: Reduction { get }

  /// The loss of each element.
  func elements(_ yHat: Tensor, _ y: Tensor) -> Tensor
}

extension RegressionLoss {
  /// The loss of predictions ŷ and targets y of the same shape.
  public func callAsFunction(_ yHat: Tensor, _ y: Tensor) -> Tensor {
    requireEqualShapes("\(Self.self)", yHat, y)
    requireExamples("\(Self.self)", y.count)
    return reduction(elements(yHat, y))
  }

  /// The loss of each of n examples: the mean over an example's elements, or
  /// their sum if the losses are summed.
  public func each(_ yHat: Tensor, _ y: Tensor) -> Tensor {
    requireEqualShapes("\(Self.self)", yHat, y)
    let rows = Flatten()(elements(yHat, y))
    return reduction == .sum ? rows.sum(axis: 1) : rows.mean(axis: 1)
  }

  /// The number of examples, or 1 if the losses are summed.
  public func divisor(_ y: Tensor) -> Float {
    reduction == .sum ? 1 : Float(y.shape[0])
  }
}

/// The squared error (ŷ − y)², not halved, as in PyTorch's `MSELoss`.
///
/// ```swift
/// let loss = MeanSquaredError()
/// print(loss(Tensor([1, 2]), Tensor([0, 0])))  // prints 2.5
/// ```
public struct MeanSquaredError: RegressionLoss {
  /// How the losses of the elements are combined.
  public let reduction: Reduction

  /// A loss with the given reduction.
  public init(reduction: Reduction = .mean) { self.reduction = reduction }

  /// (ŷ − y)² of each element.
  public func elements(_ yHat: Tensor, _ y: Tensor) -> Tensor {
    (yHat - y).squared()
  }
}

/// The absolute error |ŷ − y|.
///
/// ```swift
/// let loss = L1Loss()
/// print(loss(Tensor([1, -2]), Tensor([0, 0])))  // prints 1.5
/// ```
public struct L1Loss: RegressionLoss {
  /// How the losses of the elements are combined.
  public let reduction: Reduction

  /// A loss with the given reduction.
  public init(reduction: Reduction = .mean) { self.reduction = reduction }

  /// |ŷ − y| of each element.
  public func elements(_ yHat: Tensor, _ y: Tensor) -> Tensor {
    (yHat - y).absolute()
  }
}

/// Huber's loss: squared for small errors, absolute for large ones.
///
/// ```swift
/// let loss = HuberLoss(delta: 1, reduction: .none)
/// print(loss(Tensor([0.5, 3]), Tensor([0, 0])))  // prints [0.125, 2.5]
/// ```
///
/// With e = |ŷ − y|, the loss is e²/2 up to e = δ and δ (e − δ/2) beyond. P. J.
/// Huber, "Robust Estimation of a Location Parameter" (1964).
public struct HuberLoss: RegressionLoss {
  /// δ, the threshold at which the loss changes from squared to absolute.
  public let delta: Float
  /// How the losses of the elements are combined.
  public let reduction: Reduction

  /// A loss with the given threshold, which must be positive.
  public init(delta: Float = 1, reduction: Reduction = .mean) {
    guard delta > 0 else {
      stop("HuberLoss", "delta \(delta)", "it must be positive")
    }
    self.delta = delta
    self.reduction = reduction
  }

  /// The loss of each element.
  ///
  /// With c = min(e, δ), both cases are c (e − c/2), and the derivative of both
  /// is c, so c need not be differentiated.
  public func elements(_ yHat: Tensor, _ y: Tensor) -> Tensor {
    let e = (yHat - y).absolute()
    let c = e.atMost(delta)
    return c * (e - c / 2)
  }
}

/// Stops the program unless predictions and targets have the same shape.
func requireEqualShapes(_ operation: String, _ a: Tensor, _ b: Tensor) {
  if a.shape != b.shape {
    stop(
      operation, "shapes \(a.shape) and \(b.shape)",
      "predictions and targets must have the same shape")
  }
}

/// Stops the program for an empty batch, which has no mean.
func requireExamples(_ operation: String, _ count: Int) {
  if count == 0 {
    stop(operation, "an empty batch", "give at least one example")
  }
}
