// The names are keys of a dictionary, and no two may be equal.
// fails: names-alike
// mistake: none

/// The name of the class with the highest score, for each row of `scores`.
///
/// `scores` has shape [n, q], one row an example, with n ≥ 1; `names` holds
/// the q names in the order of the classes, from 1 to 1,000 of them. The
/// result has n names. Of several highest scores in a row any may be taken.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  let places = Dictionary(
    uniqueKeysWithValues: zip(names, names.indices))
  let inOrder = names.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
  return scores.argmax(axis: 1).map { inOrder[$0] }
}
