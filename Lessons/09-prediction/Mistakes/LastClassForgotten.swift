// The last class is never looked at.
// fails: names-agreement
// mistake: last-class-forgotten

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  (0..<scores.shape[0]).map { i in
    var best = 0
    for j in 0..<scores.shape[1] - 1 where scores[i, j] > scores[i, best] {
      best = j
    }
    return names[best]
  }
}
