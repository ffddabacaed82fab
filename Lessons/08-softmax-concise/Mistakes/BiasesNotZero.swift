// The biases are drawn at random too.
// fails: model-biases
// mistake: biases-not-zero

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
  }
  model.initialize(
    weights: .normal(standardDeviation: 0.01),
    biases: .normal(standardDeviation: 0.01), using: &generator)
  return model
}
