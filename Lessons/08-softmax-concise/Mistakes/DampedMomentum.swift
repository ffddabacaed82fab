// Half of each step is remembered, and half of the next left out.
// fails: step-several
// mistake: momentum

/// Plain stochastic gradient descent on the parameters of `model`, with a
/// learning rate of 0.1.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(
    model.parameters, learningRate: 0.1, momentum: 0.5, dampening: 0.5)
}
