// The optimizer has the usual weight decay of a ten-thousandth.
// fails: step-several
// mistake: weight-decay

/// Plain stochastic gradient descent on the parameters of `model`, with a
/// learning rate of 0.1.
public func makeOptimizer(for model: Sequential) -> SGD {
  SGD(model.parameters, learningRate: 0.1, weightDecay: 1e-4)
}
