// The optimizer is made for a model of its own.
// fails: step-one
// mistake: none

/// Stochastic gradient descent on the parameters of `model`.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(makeModel(seed: 0).parameters, learningRate: 0.1)
}
