public import Tensors

/// What becomes of the losses of the examples.
public enum Reduction: Sendable {
  /// They are kept, one for each.
  case none
  /// Their mean.
  case mean
  /// Their sum.
  case sum

  func callAsFunction(_ losses: Tensor) -> Tensor {
    switch self {
    case .none: losses
    case .mean: losses.mean()
    case .sum: losses.sum()
    }
  }
}

/// The cross-entropy of logits `[n, q]` with n labels: log Σ exp o − o at the
/// label.
///
/// ```swift
/// let loss = CrossEntropyLoss()
/// print(loss(Tensor([[0, 0]]), [1]))  // prints 0.6931472
/// ```
public struct CrossEntropyLoss: Sendable {
  /// What becomes of the losses of the examples.
  public let reduction: Reduction

  /// A loss on logits.
  public init(reduction: Reduction = .mean) {
    self.reduction = reduction
  }

  /// The loss of a batch.
  public func callAsFunction(_ logits: Tensor, _ labels: [Int]) -> Tensor {
    reduction(each(logits, labels))
  }

  /// The loss of each example: `[n]`.
  func each(_ logits: Tensor, _ labels: [Int]) -> Tensor {
    logits.crossEntropy(labels)
  }

  /// What the sum of the losses is divided by for a step.
  func divisor(_ labels: [Int]) -> Float {
    reduction == .sum ? 1 : Float(labels.count)
  }
}
