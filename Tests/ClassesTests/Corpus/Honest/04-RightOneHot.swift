// expect: passed points=all exercise=4
// honest: right: by one-hot rows
// swift-format-ignore-file
import Tensors
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  let hot = oneHot(y, like: yHat)
  let relevant = yHat * hot + (1 - hot)
  return -(hot * relevant.log()).sum(axis: 1)
}
public func logSumExp(_ x: Tensor) -> Tensor {
  let largest = x.max(axis: 1, keepingDimensions: true)
  let sums = (x - largest).exp().sum(axis: 1, keepingDimensions: true)
  return (largest + sums.log()).reshaped([-1])
}
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  let logShares = logits - logSumExp(logits).reshaped([-1, 1])
  return -(oneHot(y, like: logits) * logShares).sum(axis: 1)
}
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  let exponentials = (logits - logits.max(axis: 1, keepingDimensions: true))
    .exp()
  let shares = exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
  return shares - oneHot(y, like: logits)
}
private func oneHot(_ labels: [Int], like x: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: x.shape)
  for (i, label) in labels.enumerated() { result[i, label] = 1 }
  return result
}
