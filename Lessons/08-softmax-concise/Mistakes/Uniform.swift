// The weights have the right spread, and are drawn evenly.
// fails: model-spread
// mistake: not-normal

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
///
/// One linear layer with weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, drawn from a generator
/// with this seed, and biases of zero.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
  }
  let width = Float(0.01 * 3.0.squareRoot())
  let values = (0..<7_840).map { _ in
    (2 * Float(generator.uniform()) - 1) * width
  }
  let w = Tensor(values, shape: [784, 10])
  model.parameters = [w, Tensor.zeros(shape: [10])].map {
    $0.trackingGradients()
  }
  return model
}
