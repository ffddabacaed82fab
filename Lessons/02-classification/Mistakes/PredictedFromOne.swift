// The classes are counted from 1.
// fails: predicted-example
// mistake: counted-from-one

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. If
/// several scores of a row are highest, any of them may be chosen.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  scores.argmax(axis: 1).map { $0 + 1 }
}
