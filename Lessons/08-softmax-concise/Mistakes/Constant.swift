// The model says sneaker, whatever it sees.
// fails: trains
// mistake: none

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
    Sneaker()
  }
  model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
  return model
}

/// The same scores for every picture.
struct Sneaker: Layer {
  func callAsFunction(_ x: Tensor) -> Tensor {
    let scores = Tensor([0, 0, 0, 0, 0, 0, 0, 1, 0, 0])
    return x * 0 + scores
  }

  var description: String { "Sneaker()" }
}
