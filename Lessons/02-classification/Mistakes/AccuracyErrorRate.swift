// The wrong rows are counted.
// fails: accuracy-agreement
// mistake: error-rate

/// The fraction of the n examples whose highest score is at the right class.
///
/// `yHat` has shape [n, q], with n, q ≥ 1; `y` holds n classes. If several
/// scores of a row are highest, any one of them may count as the highest; the
/// choice must not depend on `y`.
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  let wrong = zip(predictedClasses(yHat), y).count { $0 != $1 }
  return Float(wrong) / Float(y.count)
}
