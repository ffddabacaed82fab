// A place is read that is not there.
// fails: names-agreement
// mistake: none

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  scores.argmax(axis: 1).map { names[$0 + names.count] }
}
