public import Tensors

/// The cross-entropy loss of logits and class labels.
///
/// ```swift
/// let loss = CrossEntropyLoss()
/// print(loss(Tensor([[0, 0]]), [1]))  // prints 0.6931472
/// ```
///
/// A row of logits o with label y has the loss log Σ exp o − o[y]. A smoothing
/// of ε takes the fraction ε of the label's weight and spreads it over all q
/// classes. Rows whose label is `ignoredIndex` have loss 0 and do not count in
/// the mean. C. Szegedy et al., "Rethinking the Inception Architecture" (2016).
public struct CrossEntropyLoss: Loss {
  /// How the losses of the examples are combined.
  public let reduction: Reduction
  /// The label of rows to ignore, if any.
  public let ignoredIndex: Int?
  /// ε, the fraction of a label's weight that is spread over all classes.
  public let labelSmoothing: Float

  /// A loss on logits; `labelSmoothing` must be in 0...1.
  public init(
    reduction: Reduction = .mean, ignoredIndex: Int? = nil,
    labelSmoothing: Float = 0
  ) {
    guard 0...1 ~= labelSmoothing else {
      stop(
        "CrossEntropyLoss", "label smoothing \(labelSmoothing)",
        "it must lie in 0...1")
    }
    self.reduction = reduction
    self.ignoredIndex = ignoredIndex
    self.labelSmoothing = labelSmoothing
  }

  /// The loss of logits `[n, q]` with n labels in `0..<q`; n must not be 0.
  ///
  /// The result has shape `[n]` if the reduction is `.none`, else `[]`.
  public func callAsFunction(_ logits: Tensor, _ labels: [Int]) -> Tensor {
    requireExamples("CrossEntropyLoss", labels.count)
    let losses = each(logits, labels)
    return switch reduction {
    case .none: losses
    case .sum: losses.sum()
    case .mean: losses.sum() / divisor(labels)
    }
  }

  /// The loss of logits `[n, q]` with one distribution over the classes per
  /// example, also `[n, q]`.
  ///
  /// ```swift
  /// let loss = CrossEntropyLoss(reduction: .none)
  /// print(loss(Tensor([[0, 0]]), Tensor([[0.5, 0.5]])))
  /// // prints [0.6931472]
  /// ```
  public func callAsFunction(
    _ logits: Tensor, _ distributions: Tensor
  ) -> Tensor {
    requireEqualShapes("CrossEntropyLoss", logits, distributions)
    requireExamples("CrossEntropyLoss", logits.count)
    let losses = -(distributions * logits.logSoftmax()).sum(axis: -1)
    return reduction(
      smoothed(losses, distributions.sum(axis: -1), of: logits))
  }

  /// The loss of each row, of shape `[n]`.
  public func each(_ logits: Tensor, _ labels: [Int]) -> Tensor {
    let losses = logits.crossEntropy(labels, ignoring: ignoredIndex)
    if labelSmoothing == 0 { return losses }
    let counted = Tensor(labels.map { $0 == ignoredIndex ? 0 : 1 })
    return smoothed(losses, counted, of: logits)
  }

  /// The losses after label smoothing; `weights` are the rows' total label
  /// weights.
  private func smoothed(
    _ losses: Tensor, _ weights: Tensor, of logits: Tensor
  ) -> Tensor {
    if labelSmoothing == 0 { return losses }
    let even = -logits.logSoftmax().mean(axis: -1)
    return losses * (1 - labelSmoothing) + even * weights * labelSmoothing
  }

  /// The number by which the sum of the losses is divided before a step: for a
  /// mean, the number of labels that are not ignored.
  public func divisor(_ labels: [Int]) -> Float {
    if reduction == .sum { return 1 }
    guard let ignoredIndex else { return Float(labels.count) }
    return Float(labels.count { $0 != ignoredIndex })
  }
}
