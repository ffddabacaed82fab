// Scores are compared in whole thousandths.
// fails: predicted-close
// mistake: none

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. If
/// several scores of a row are highest, any of them may be chosen.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  let thousandths = scores.values.map { ($0 * 1_000).rounded() }
  return Tensor(thousandths, shape: scores.shape).argmax(axis: 1)
}
