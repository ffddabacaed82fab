// Classes are counted from 1.
// fails: names-agreement
// mistake: off-by-one

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  scores.argmax(axis: 1).map { names[($0 + 1) % names.count] }
}
