import Tensors

/// The name of the class with the highest score, for each row of `scores`.
///
/// `scores` has shape [n, q], one row per example, with n ≥ 1 and q from 1 to
/// 1,000; `names` holds the q names in the order of the classes. The result
/// holds n names. If several scores of a row are highest, any of them may be
/// chosen.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  notWritten()
}

/// How often each class was predicted for each true class: shape [q, q].
///
/// Element [i, j] counts the examples whose true class is i and whose predicted
/// class is j. `predicted` and `y` hold n ≥ 0 classes each, all in 0..<q, where
/// q is `classes`, from 1 to 1,000.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  notWritten()
}

/// The fraction of each true class that was predicted correctly.
///
/// `confusion` has shape [q, q], with q from 1 to 1,000, and holds counts, one
/// row per true class; the result has shape [q]. A class without examples gets
/// 0.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  notWritten()
}
