import Tensors

/// The labels as rows of zeros with a single 1.
///
/// `labels` are n ≥ 1 numbers below `classes`, which is at most 1,000; the
/// result has shape [n, q].
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  notWritten()
}

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. Of
/// several highest scores in a row any may be taken.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  notWritten()
}

/// The fraction of the n examples whose highest score is at the right class.
///
/// `yHat` has shape [n, q], with n, q ≥ 1; `y` holds n classes. Of several
/// highest scores in a row any one may count as the highest.
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  notWritten()
}
