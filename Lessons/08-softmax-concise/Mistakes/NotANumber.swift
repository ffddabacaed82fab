// The scores become infinite minus infinite.
// fails: trains
// mistake: none

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
    Overflow()
  }
  model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
  return model
}

/// Scores far too large.
struct Overflow: Layer {
  func callAsFunction(_ x: Tensor) -> Tensor {
    let huge = (x + 100).exp()
    return huge - huge
  }

  var description: String { "Overflow()" }
}
