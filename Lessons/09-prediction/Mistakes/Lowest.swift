// The lowest score wins.
// fails: names-agreement
// mistake: lowest

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  (-scores).argmax(axis: 1).map { names[$0] }
}
