// No probability counts as less than about a tenth.
// fails: ce-small
// mistake: clamped

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
///
/// `yHat` holds probabilities of shape [n, q], with n, q ≥ 1; `y` holds n
/// classes. The result has shape [n].
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -Tensor(yHat.picking(y).values.map { max($0, 0.0999) }).log()
}
