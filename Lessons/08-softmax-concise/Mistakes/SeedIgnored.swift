// The generator always has the same seed.
// fails: model-seed
// mistake: seed-ignored

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: 1)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
  }
  model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
  return model
}
