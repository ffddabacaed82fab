// expect: not_written points=some exercise=4
// honest: the first function right, three not written
// swift-format-ignore-file
import Tensors

public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  -yHat.picking(y).log()
}

public func logSumExp(_ x: Tensor) -> Tensor {
  notWritten()
}

public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  notWritten()
}

public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  notWritten()
}
