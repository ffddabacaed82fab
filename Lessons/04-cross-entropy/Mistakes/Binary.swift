// Each class is treated as a question of its own, with yes and no.
// fails: ce-agreement
// mistake: binary

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  var t = Tensor.zeros(shape: yHat.shape)
  for (i, label) in y.enumerated() { t[i, label] = 1 }
  return -(t * yHat.log() + (1 - t) * (1 - yHat).log()).sum(axis: 1)
}
