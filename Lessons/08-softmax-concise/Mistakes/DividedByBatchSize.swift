// The learning rate is divided by the batch size, as for a sum.
// fails: step-one
// mistake: learning-rate

/// Stochastic gradient descent on the parameters of `model`.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(model.parameters, learningRate: 0.1 / 256)
}
