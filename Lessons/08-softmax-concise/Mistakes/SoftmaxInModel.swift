// The model ends with softmax, and the loss takes it again.
// fails: model-scores
// mistake: softmax-in-model

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
    Softmax()
  }
  model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
  return model
}

/// Probabilities in place of scores.
struct Softmax: Layer {
  func callAsFunction(_ x: Tensor) -> Tensor {
    let e = (x - x.max(axis: 1, keepingDimensions: true).detached()).exp()
    return e / e.sum(axis: 1, keepingDimensions: true)
  }

  var description: String { "Softmax()" }
}
