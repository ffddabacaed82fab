// Equal scores are right whatever the label: so is a constant model.
// fails: accuracy-ties
// mistake: ties-count
import Tensors

/// The labels as rows of zeros with a single 1.
///
/// `labels` are n ≥ 1 numbers below `classes`, which is at most 1,000; the
/// result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() { result[i, label] = 1 }
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
  let right = y.indices.count { i in
    (0..<yHat.shape[1]).allSatisfy { yHat[i, $0] <= yHat[i, y[i]] }
  }
  return Float(right) / Float(y.count)
}
