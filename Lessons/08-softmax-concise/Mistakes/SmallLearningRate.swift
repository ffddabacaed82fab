// The learning rate is ten times too small.
// fails: step-one
// mistake: learning-rate

/// Stochastic gradient descent on the parameters of `model`.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(model.parameters, learningRate: 0.01)
}
