// The best example of each class is named, not the best class of each.
// fails: names-square
// mistake: over-columns

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  scores.argmax(axis: 0).map { names[$0] }
}
