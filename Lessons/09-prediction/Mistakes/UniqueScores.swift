// The scores are keys of a dictionary, and no two may be equal.
// fails: names-ties
// mistake: none

/// The name of the class with the highest score, for each row of `scores`.
///
/// `scores` has shape [n, q], one row per example, with n ≥ 1 and q from 1 to
/// 1,000; `names` holds the q names in the order of the classes. The result
/// holds n names. If several scores of a row are highest, any of them may be
/// chosen.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  (0..<scores.shape[0]).map { i in
    let row = scores.row(i).values
    let named = Dictionary(uniqueKeysWithValues: zip(row, names))
    return row.max().flatMap { named[$0] } ?? ""
  }
}
