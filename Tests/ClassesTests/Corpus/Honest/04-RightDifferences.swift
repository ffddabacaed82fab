// expect: passed points=all exercise=4
// honest: right: by differences
// swift-format-ignore-file
import Tensors
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  (1 / yHat.picking(y)).log()
}
public func logSumExp(_ x: Tensor) -> Tensor {
  (0..<x.shape[1]).dropFirst().reduce(column(0, of: x)) { total, j in
    let next = column(j, of: x)
    let distance = (total - next).absolute()
    let larger = next + (0.5 * (total - next) + 0.5 * distance)
    return larger + (1 + (-distance).exp()).log()
  }
}
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  logSumExp(logits - logits.picking(y).reshaped([-1, 1]))
}
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  let scores = logits.trackingGradients()
  crossEntropy(logits: scores, y).sum().backward()
  return scores.gradient ?? Tensor.zeros(shape: logits.shape)
}
private func column(_ j: Int, of x: Tensor) -> Tensor {
  x.picking([Int](repeating: j, count: x.shape[0]))
}
