// The model ends with the logarithm of softmax.
// fails: model-scores
// mistake: softmax-in-model

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
    LogSoftmax()
  }
  model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
  return model
}

/// Logarithms of probabilities in place of scores.
struct LogSoftmax: Layer {
  func callAsFunction(_ x: Tensor) -> Tensor {
    let e = x.exp()
    return (e / e.sum(axis: 1, keepingDimensions: true)).log()
  }

  var description: String { "LogSoftmax()" }
}
