import Foundation
import Tensors

/// The number of test examples that Hoeffding's inequality asks for.
///
/// `error` and `confidence` lie strictly between 0 and 1. With that many
/// examples, the true error rate exceeds the measured one by `error` or more
/// with a probability of at most 1 − `confidence`: this is the one-sided
/// inequality. The result is the smallest whole number for which the inequality
/// guarantees it.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  notWritten()
}

/// The weights and the biases after a step of gradient descent with weight
/// decay.
///
/// `parameters` is [w, b]: weights of shape [d, q], and biases of shape [q],
/// which do not decay. `gradients` holds, in the same shapes, the gradients of
/// the sum of the losses over a batch of `batchSize` examples; the loss to
/// minimize is their mean plus `decay` / 2 times the sum of the squared
/// weights.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  notWritten()
}

/// The K folds of cross-validation over `count` examples.
///
/// `order` holds each number in 0..<count once, and `k` lies in 2...count. The
/// order is cut into k consecutive parts whose sizes differ by at most 1: the
/// first count % k parts have one example more than the others. Fold i
/// validates on part i and trains on all other examples. Both lists keep the
/// order.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  notWritten()
}
