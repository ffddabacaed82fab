// The one-hot rows stand as columns.
// fails: one-hot-example
// mistake: transposed
import Tensors

/// The labels as rows of zeros with a single 1.
///
/// `labels` are n ≥ 1 numbers below `classes`, which is at most 1,000; the
/// result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [classes, labels.count])
  for (i, label) in labels.enumerated() { result[label, i] = 1 }
  return result
}

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. Of
/// several highest scores in a row any may be taken.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  scores.argmax(axis: 1)
}

/// The fraction of the n examples whose highest score is at the right class.
///
/// `yHat` has shape [n, q], with n, q ≥ 1; `y` holds n classes. Of several
/// highest scores in a row any one may count as the highest.
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let right = zip(predictedClasses(yHat), y).count { $0 == $1 }
  return Float(right) / Float(y.count)
}
