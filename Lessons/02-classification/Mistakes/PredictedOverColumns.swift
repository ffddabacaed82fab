// The maximum is looked for along axis 0.
// fails: predicted-highest
// mistake: over-columns

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. Of
/// several highest scores in a row any may be taken.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  scores.argmax(axis: 0)
}
