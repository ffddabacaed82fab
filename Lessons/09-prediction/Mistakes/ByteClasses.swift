// Classes are kept in signed bytes, which hold 127 at most.
// fails: names-many
// mistake: none

/// The name of the class with the highest score, for each row of `scores`.
///
/// `scores` has shape [n, q], one row per example, with n ≥ 1 and q from 1 to
/// 1,000; `names` holds the q names in the order of the classes. The result
/// holds n names. If several scores of a row are highest, any of them may be
/// chosen.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  scores.argmax(axis: 1).map { names[Int(Int8($0))] }
}
