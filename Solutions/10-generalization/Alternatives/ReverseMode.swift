import Foundation
import Tensors

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  let perExample = 2 * error * error
  let wanted = log(1.0) - log(1.0 - confidence)
  var size = Int(wanted / perExample)
  while Double(size) * perExample < wanted { size += 1 }
  return size
}

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  // The gradient of the whole loss, found by reverse mode: a loss that is
  // linear has the mean gradient as its slope everywhere.
  let tracked = parameters.map { $0.detached().trackingGradients() }
  var loss = decay / 2 * tracked[0].squared().sum()
  for (parameter, gradient) in zip(tracked, gradients) {
    loss += (parameter * gradient).sum() / Float(batchSize)
  }
  loss.backward()
  return zip(parameters, tracked).map { parameter, tracked in
    let slope = tracked.gradient ?? Tensor.zeros(shape: parameter.shape)
    return parameter - learningRate * slope
  }
}

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  // Takes from what is left a fair share, rounded up.
  var rest = order[...]
  return (0..<k).map { fold in
    let waiting = k - fold
    let validation = rest.prefix((rest.count + waiting - 1) / waiting)
    rest = rest.dropFirst(validation.count)
    let chosen = Set(validation)
    return (order.filter { !chosen.contains($0) }, Array(validation))
  }
}
