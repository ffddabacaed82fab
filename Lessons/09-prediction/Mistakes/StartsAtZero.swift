// The search begins with a highest score of 0.
// fails: names-negative
// mistake: starts-at-zero

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  (0..<scores.shape[0]).map { i in
    var (best, highest) = (0, Float(0))
    for j in 0..<scores.shape[1] where scores[i, j] > highest {
      (best, highest) = (j, scores[i, j])
    }
    return names[best]
  }
}
