// The weights are 0.01 or -0.01, nothing else.
// fails: initial-spread
// mistake: weights-repeated

/// The parameters before training: weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, biases of shape [10],
/// all zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  let values = (0..<7_840).map { _ in
    generator.below(2) == 0 ? 0.01 : -0.01 as Float
  }
  let w = Tensor(values, shape: [784, 10])
  return [w, Tensor.zeros(shape: [10])]
}
