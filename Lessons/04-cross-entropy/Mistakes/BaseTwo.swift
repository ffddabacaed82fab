// The logarithm is taken to base 2.
// fails: ce-agreement
// mistake: base-two

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -yHat.picking(y).log() / 0.693_147_2
}
