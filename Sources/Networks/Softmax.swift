public import Tensors

/// The probabilities of q classes from their scores: exp xᵢ / Σ exp xⱼ of each
/// row, `[n, q]` → `[n, q]`.
///
/// ```swift
/// print(softmax(Tensor([[0, 0], [1_000, 0]])))
/// // prints [[0.5, 0.5],
/// //         [1.0, 0.0]]
/// ```
///
/// Works along the last axis, which must not be empty. Large scores do not
/// overflow, because the largest of each row is subtracted first.
public func softmax(_ x: Tensor) -> Tensor { x.softmax() }

/// The logarithm of the summed exponentials of each row, log Σ exp xⱼ: `[n, q]`
/// → `[n]`.
///
/// ```swift
/// print(logSumExp(Tensor([[0, 0], [1_000, 0]])))  // prints [0.6931472, 1000.0]
/// ```
///
/// Works along the last axis, which must not be empty, and does not overflow.
public func logSumExp(_ x: Tensor) -> Tensor { x.logSumExp() }

/// The probabilities of q classes from their scores, along the last axis.
///
/// ```swift
/// print(Softmax()(Tensor([[0, 0]])))  // prints [[0.5, 0.5]]
/// ```
///
/// Do not end a model that is trained with ``CrossEntropyLoss`` in this layer,
/// because that loss takes scores.
public struct Softmax: Layer {
  /// A layer without parameters.
  public init() {}

  /// The batch with rows that are positive and sum to 1.
  public func callAsFunction(_ x: Tensor) -> Tensor { softmax(x) }

  /// The layer as written in a model.
  public var description: String { "Softmax()" }
}
