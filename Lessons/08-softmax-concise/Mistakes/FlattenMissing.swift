// The pictures are not flattened.
// fails: model-scores
// mistake: flatten-missing

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Linear(784, 10)
  }
  model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
  return model
}
