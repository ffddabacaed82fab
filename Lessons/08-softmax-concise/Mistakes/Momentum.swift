// Earlier steps are remembered.
// fails: step-several
// mistake: momentum

/// Stochastic gradient descent on the parameters of `model`.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(model.parameters, learningRate: 0.1, momentum: 0.9)
}
