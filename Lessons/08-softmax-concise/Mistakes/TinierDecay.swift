// A weight decay too small to be seen in a few ordinary steps.
// fails: step-still
// mistake: weight-decay

/// Plain stochastic gradient descent on the parameters of `model`, with a
/// learning rate of 0.1.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(model.parameters, learningRate: 0.1, weightDecay: 2e-5)
}
