// The logarithms of all classes are summed.
// fails: ce-agreement
// mistake: all-classes

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -yHat.log().sum(axis: 1)
}
