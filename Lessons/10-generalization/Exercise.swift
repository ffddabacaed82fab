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

/// The distribution of the labels of new data, estimated from what a classifier
/// predicts for them: the p that solves C p = μ.
///
/// `confusion` is C, of shape [q, q]: C[i, j] is the fraction of the examples
/// of class j for which the classifier predicts class i, measured on validation
/// data, so that every column sums to 1. `predicted` is μ, of shape [q]: the
/// fraction of the new examples for which it predicts each class. C is
/// invertible, no number of p is negative, and q is at most 10. The result has
/// shape [q].
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  notWritten()
}
