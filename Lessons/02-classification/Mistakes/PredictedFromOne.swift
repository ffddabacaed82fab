// The classes are counted from 1.
// fails: predicted-example
// mistake: counted-from-one

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. Of
/// several highest scores in a row any may be taken.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  scores.argmax(axis: 1).map { $0 + 1 }
}
