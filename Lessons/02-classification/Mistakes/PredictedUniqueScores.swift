// The scores are keys of a dictionary, and no two may be equal.
// fails: predicted-ties
// mistake: none

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. If
/// several scores of a row are highest, any of them may be chosen.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  (0..<scores.shape[0]).map { i in
    let row = scores.row(i).values
    let classes = Dictionary(
      uniqueKeysWithValues: zip(row, row.indices))
    return row.max().flatMap { classes[$0] } ?? 0
  }
}
