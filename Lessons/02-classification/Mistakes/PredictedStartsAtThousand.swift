// The highest score so far begins at -1,000.
// fails: predicted-negative
// mistake: none

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. Of
/// several highest scores in a row any may be taken.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  (0..<scores.shape[0]).map { i in
    var (best, highest) = (0, Float(-1_000))
    for j in 0..<scores.shape[1] where scores[i, j] > highest {
      (best, highest) = (j, scores[i, j])
    }
    return best
  }
}
