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
  let risk = 1 - confidence
  return Int((log(1 / risk) / (2 * error * error)).rounded(.up))
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
  let (w, b) = (parameters[0], parameters[1])
  let rate = learningRate / Float(batchSize)
  return [
    (1 - learningRate * decay) * w - rate * gradients[0],
    b - rate * gradients[1],
  ]
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
  let q = predicted.count
  // Each row holds the coefficients of one equation and its right side.
  var rows = (0..<q).map { confusion.row($0).values + [predicted[$0]] }
  for column in 0..<q {
    // The row with the largest coefficient comes first: never divide by 0.
    var pivot = column
    for row in column..<q
    where abs(rows[row][column]) > abs(rows[pivot][column]) {
      pivot = row
    }
    rows.swapAt(column, pivot)
    for row in column + 1..<q {
      let factor = rows[row][column] / rows[column][column]
      for k in column...q { rows[row][k] -= factor * rows[column][k] }
    }
  }
  // From the last equation, which has one unknown, back to the first.
  var p = [Float](repeating: 0, count: q)
  for row in (0..<q).reversed() {
    var rest = rows[row][q]
    for k in row + 1..<q { rest -= rows[row][k] * p[k] }
    p[row] = rest / rows[row][row]
  }
  return Tensor(p)
}
