// The weights are sorted.
// fails: model-spread
// mistake: weights-correlated

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
  }
  model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
  model.parameters[0] = Tensor(
    model.parameters[0].values.sorted(), shape: [784, 10]
  ).trackingGradients()
  return model
}
