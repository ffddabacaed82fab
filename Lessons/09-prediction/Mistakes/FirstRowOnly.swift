// Every row gets the name of the first.
// fails: names-agreement
// mistake: first-row-only

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  scores.argmax(axis: 1).map { _ in names[scores.row(0).argmax(axis: 0)[0]] }
}
