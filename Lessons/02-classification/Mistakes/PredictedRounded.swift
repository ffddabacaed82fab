// Scores are compared in whole thousandths.
// fails: predicted-close
// mistake: none

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. Of
/// several highest scores in a row any may be taken.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  let thousandths = scores.values.map { ($0 * 1_000).rounded() }
  return Tensor(thousandths, shape: scores.shape).argmax(axis: 1)
}
