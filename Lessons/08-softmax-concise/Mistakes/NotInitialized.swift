// All weights begin at zero.
// fails: model-spread
// mistake: all-equal

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  Sequential {
    Flatten()
    Linear(784, 10)
  }
}
