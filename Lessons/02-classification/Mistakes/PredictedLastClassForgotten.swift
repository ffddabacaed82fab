// The loop over the classes ends one too early.
// fails: predicted-anywhere
// mistake: last-class-forgotten

/// The class with the highest score in each row.
///
/// `scores` has shape [n, q], with n, q ≥ 1; the result holds n classes. If
/// several scores of a row are highest, any of them may be chosen.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  (0..<scores.shape[0]).map { i in
    var best = 0
    for j in 0..<scores.shape[1] - 1 where scores[i, j] > scores[i, best] {
      best = j
    }
    return best
  }
}
