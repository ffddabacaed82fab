// The weights are sorted.
// fails: initial-spread
// mistake: weights-correlated

/// The parameters before training: weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, biases of shape [10],
/// all zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  let w = Tensor.normal(
    standardDeviation: 0.01, shape: [784, 10], using: &generator)
  return [Tensor(w.values.sorted(), shape: w.shape), Tensor.zeros(shape: [10])]
}
