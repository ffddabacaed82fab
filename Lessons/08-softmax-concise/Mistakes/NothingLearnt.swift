// The learning rate is zero.
// fails: trains
// mistake: none

/// Stochastic gradient descent on the parameters of `model`.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(model.parameters, learningRate: 0)
}
