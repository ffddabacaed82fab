// The weights are set to a tensor that tracks no gradients.
// fails: model-learns
// mistake: not-tracking

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var linear = Linear(784, 10)
  linear.weight = .normal(
    standardDeviation: 0.01, shape: [784, 10], using: &generator)
  return Sequential {
    Flatten()
    linear
  }
}
