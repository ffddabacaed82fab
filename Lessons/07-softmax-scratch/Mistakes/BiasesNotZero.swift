// The biases are drawn at random too.
// fails: initial-shapes
// mistake: biases-not-zero

/// The parameters before training: weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, biases of shape [10],
/// all zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  let w = Tensor.normal(
    standardDeviation: 0.01, shape: [784, 10], using: &generator)
  let b = Tensor.normal(
    standardDeviation: 0.01, shape: [10], using: &generator)
  return [w, b]
}
