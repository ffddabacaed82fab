// The weights are uniform, with the standard deviation as their bound.
// fails: initial-spread
// mistake: uniform

/// The parameters before training: weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, biases of shape [10],
/// all zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  let values = (0..<7_840).map { _ in
    Float.random(in: -0.01...0.01, using: &generator)
  }
  return [Tensor(values, shape: [784, 10]), Tensor.zeros(shape: [10])]
}
