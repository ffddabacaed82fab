import Tensors

/// The labels as rows of zeros with a single 1.
///
/// `labels` holds n ≥ 1 numbers in 0..<q, where q is `classes`, at most 1,000.
/// The result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in labels.enumerated() { result[i, label] = 1 }
  return result
}

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. If
/// several scores of a row are highest, any of them may be chosen.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  scores.argmax(axis: 1)
}

/// The fraction of the n examples whose highest score is at the right class.
///
/// `yHat` has shape [n, q], with n, q ≥ 1; `y` holds n classes. If several
/// scores of a row are highest, any one of them may count as the highest; the
/// choice must not depend on `y`.
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let right = zip(predictedClasses(yHat), y).count { $0 == $1 }
  return Float(right) / Float(y.count)
}
