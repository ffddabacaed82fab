// The weights are uniform, with the right mean and standard deviation.
// fails: initial-spread
// mistake: not-normal

/// The parameters before training: weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, biases of shape [10],
/// all zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  let values = (0..<7_840).map { _ in
    Float((2 * generator.uniform() - 1) * 0.01 * 3.0.squareRoot())
  }
  let w = Tensor(values, shape: [784, 10])
  return [w, Tensor.zeros(shape: [10])]
}
