import Tensors

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  // Every class counts by its share in the one-hot label, which is 0 for all
  // but one. Written so, it would serve soft labels too; but 0 · log 0 is not
  // a number, so where the share is 0 the probability does not matter.
  let hot = oneHot(y, like: yHat)
  let relevant = yHat * hot + (1 - hot)
  return -(hot * relevant.log()).sum(axis: 1)
}

/// The logarithm of the sum of the exponentials of each row.
public func logSumExp(_ x: Tensor) -> Tensor {
  let largest = x.max(axis: 1, keepingDimensions: true)
  let sums = (x - largest).exp().sum(axis: 1, keepingDimensions: true)
  return (largest + sums.log()).reshaped([-1])
}

/// The cross-entropy of each row, from logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  let logShares = logits - logSumExp(logits).reshaped([-1, 1])
  return -(oneHot(y, like: logits) * logShares).sum(axis: 1)
}

/// The gradient of each row's cross-entropy with respect to the logits.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  let exponentials = (logits - logits.max(axis: 1, keepingDimensions: true))
    .exp()
  let shares = exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
  return shares - oneHot(y, like: logits)
}

/// The labels as rows of zeros with a single 1, of the shape of `x`.
private func oneHot(_ labels: [Int], like x: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: x.shape)
  for (i, label) in labels.enumerated() { result[i, label] = 1 }
  return result
}
