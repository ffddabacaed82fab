// The lowest score of each row is looked for.
// fails: predicted-highest
// mistake: lowest

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. If
/// several scores of a row are highest, any of them may be chosen.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  (0..<scores.shape[0]).map { i in
    let row = scores.row(i).values
    return row.indices.min { row[$0] < row[$1] } ?? 0
  }
}
