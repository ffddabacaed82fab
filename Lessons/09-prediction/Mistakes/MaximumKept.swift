// The highest score is kept from row to row.
// fails: names-agreement
// mistake: maximum-kept

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  var (best, highest) = (0, -Float.infinity)
  return (0..<scores.shape[0]).map { i in
    for j in 0..<scores.shape[1] where scores[i, j] > highest {
      (best, highest) = (j, scores[i, j])
    }
    return names[best]
  }
}
