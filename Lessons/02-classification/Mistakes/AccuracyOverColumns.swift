// The predictions run along axis 0.
// fails: accuracy-agreement
// mistake: over-columns

/// The fraction of the n examples whose highest score is at the right class.
///
/// `yHat` has shape [n, q], with n, q ≥ 1; `y` holds n classes. If several
/// scores of a row are highest, any one of them may count as the highest; the
/// choice must not depend on `y`.
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let right = zip(yHat.argmax(axis: 0), y).count { $0 == $1 }
  return Float(right) / Float(y.count)
}
