// The labels are taken to be counted from 1.
// fails: ce-agreement
// mistake: off-by-one

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -yHat.picking(y.map { $0 - 1 }).log()
}
