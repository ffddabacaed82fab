// The outputs stand before the inputs.
// fails: model-shapes
// mistake: inputs-and-outputs-swapped

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(10, 784)
  }
  model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
  return model
}
