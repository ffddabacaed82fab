// The names are sorted first.
// fails: names-agreement
// mistake: names-sorted

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  let sorted = names.sorted()
  return scores.argmax(axis: 1).map { sorted[$0] }
}
