// The model ends with ReLU.
// fails: model-scores
// mistake: activation-at-end

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
    ReLU()
  }
  model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
  return model
}
