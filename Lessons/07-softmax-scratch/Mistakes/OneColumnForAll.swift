// One column is drawn and copied to all ten classes.
// fails: initial-spread
// mistake: weights-repeated

/// The parameters before training: weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, biases of shape [10],
/// all zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  let column = Tensor.normal(
    standardDeviation: 0.01, shape: [784, 1], using: &generator)
  let w = column * Tensor.ones(shape: [1, 10])
  return [w, Tensor.zeros(shape: [10])]
}
