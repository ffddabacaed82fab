// The scores are keys of a dictionary, and no two may be equal.
// fails: names-ties
// mistake: none

/// The name of the class with the highest score, for each row of `scores`.
///
/// `scores` has shape [n, q], one row an example, with n ≥ 1; `names` holds
/// the q names in the order of the classes, from 1 to 1,000 of them. The
/// result has n names. Of several highest scores in a row any may be taken.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  (0..<scores.shape[0]).map { i in
    let row = scores.row(i).values
    let named = Dictionary(uniqueKeysWithValues: zip(row, names))
    return row.max().flatMap { named[$0] } ?? ""
  }
}
