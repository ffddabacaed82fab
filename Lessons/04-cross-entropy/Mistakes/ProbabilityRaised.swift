// A millionth is added to every probability.
// fails: ce-small
// mistake: clamped

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
///
/// `yHat` holds probabilities of shape [n, q], with n, q ≥ 1; `y` holds n
/// classes. The result has shape [n].
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -(yHat.picking(y) + 1e-6).log()
}
