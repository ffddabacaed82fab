// The weights all begin at zero.
// fails: initial-spread
// mistake: all-equal

/// The parameters before training: weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, biases of shape [10],
/// all zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  [Tensor.zeros(shape: [784, 10]), Tensor.zeros(shape: [10])]
}
