// The parameters are pulled towards zero.
// fails: step-one
// mistake: weight-decay

/// Stochastic gradient descent on the parameters of `model`.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(model.parameters, learningRate: 0.1, weightDecay: 0.01)
}
