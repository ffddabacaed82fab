// The right rows are counted in two bytes, from 0 again after 65,535.
// fails: accuracy-many
// mistake: none

/// The fraction of the n examples whose highest score is at the right class.
///
/// `yHat` has shape [n, q], with n, q ≥ 1; `y` holds n classes. If several
/// scores of a row are highest, any one of them may count as the highest; the
/// choice must not depend on `y`.
public func accuracy(_ yHat: Tensor, _ y: [Int]) -> Float {
  var right: UInt16 = 0
  for (predicted, label) in zip(predictedClasses(yHat), y)
  where predicted == label {
    right &+= 1
  }
  return Float(right) / Float(y.count)
}
