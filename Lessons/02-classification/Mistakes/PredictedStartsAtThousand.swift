// The highest score so far begins at -1,000.
// fails: predicted-negative
// mistake: none

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. If
/// several scores of a row are highest, any of them may be chosen.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  (0..<scores.shape[0]).map { i in
    var (best, highest) = (0, Float(-1_000))
    for j in 0..<scores.shape[1] where scores[i, j] > highest {
      (best, highest) = (j, scores[i, j])
    }
    return best
  }
}
