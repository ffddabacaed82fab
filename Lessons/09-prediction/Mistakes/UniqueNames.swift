// The names are keys of a dictionary, and no two may be equal.
// fails: names-alike
// mistake: none

/// The name of the class with the highest score, for each row of `scores`.
///
/// `scores` has shape [n, q], one row per example, with n ≥ 1 and q from 1 to
/// 1,000; `names` holds the q names in the order of the classes. The result
/// holds n names. If several scores of a row are highest, any of them may be
/// chosen.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  let places = Dictionary(
    uniqueKeysWithValues: zip(names, names.indices))
  let inOrder = names.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
  return scores.argmax(axis: 1).map { inOrder[$0] }
}
