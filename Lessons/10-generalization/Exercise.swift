import Foundation
import Tensors

/// The number of test examples that Hoeffding's inequality asks for.
///
/// `error` and `confidence` lie between 0 and 1, and are neither. With so many
/// examples, the true error rate exceeds the measured one by `error` or more
/// with a probability of at most 1 − `confidence`: one side only. The result
/// is the smallest whole number for which the inequality promises so.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  notWritten()
}

/// The weights and the biases after a step of gradient descent with weight
/// decay.
///
/// `parameters` is [w, b]: weights of shape [d, q], and biases of shape [q],
/// which do not decay. `gradients` holds, in the same shapes, the gradients
/// of the sum of the losses of a batch of `batchSize` examples; the loss to
/// be made small is their mean plus `decay` / 2 times the sum of the squared
/// weights.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  notWritten()
}

/// The distribution of the labels where a classifier is now in use: the p
/// that solves C p = μ.
///
/// `confusion` is C, of shape [q, q]: C[i, j] is the fraction of the examples
/// of class j that the classifier takes for class i, measured on validation
/// data, so that every column sums to 1. `predicted` is μ, of shape [q]: the
/// fraction of the new examples that it takes for each class. C has an inverse,
/// p no number below 0, and q is at most 10. The result has shape [q].
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  notWritten()
}
