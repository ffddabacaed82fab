public import Tensors

/// A loss that ``train(_:on:testedOn:epochs:loss:optimizer:report:isCancelled:)``
/// can minimize.
///
/// The targets are labels, `[Int]`, or, for a regression, a `Tensor`.
public protocol Loss<Targets>: Sendable {
  /// The type of the targets that the outputs are compared with.
  associatedtype Targets: Sendable

  /// The loss of each of n examples, of shape `[n]`.
  func each(_ outputs: Tensor, _ targets: Targets) -> Tensor

  /// The number by which the sum of the losses of a batch is divided before a
  /// step: usually the number of examples.
  func divisor(_ targets: Targets) -> Float

  /// The number of outputs that are correct; `nil` for a regression, in which
  /// no output is simply right or wrong.
  func correctCount(_ outputs: Tensor, _ targets: Targets) -> Int?
}

extension Loss where Targets == [Int] {
  /// The number of rows of `[n, q]` scores whose largest score is at their
  /// label.
  public func correctCount(_ scores: Tensor, _ labels: [Int]) -> Int? {
    zip(scores.argmax(axis: 1), labels).count { $0 == $1 }
  }
}

extension Loss where Targets == Tensor {
  /// `nil`.
  public func correctCount(_ outputs: Tensor, _ targets: Tensor) -> Int? { nil }
}

extension Loss {
  /// Adds up the losses and the correct outputs of some examples.
  func tally(
    _ outputs: Tensor, _ targets: Targets, losses: Tensor
  ) -> Tally {
    Tally(
      loss: Double(losses.sum().item),
      correct: correctCount(outputs, targets), count: losses.count)
  }
}
