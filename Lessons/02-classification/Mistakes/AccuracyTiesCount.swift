// Equal scores are right whatever the label: so is a constant model.
// fails: accuracy-ties
// mistake: ties-count

/// The fraction of the n examples whose highest score is at the right class.
///
/// `yHat` has shape [n, q], with n, q ≥ 1; `y` holds n classes. If several
/// scores of a row are highest, any one of them may count as the highest; the
/// choice must not depend on `y`.
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let right = y.indices.count { i in
    (0..<yHat.shape[1]).allSatisfy { yHat[i, $0] <= yHat[i, y[i]] }
  }
  return Float(right) / Float(y.count)
}
