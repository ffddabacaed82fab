// expect: protocol_error|time_limit|output_limit|runtime_error|failed points=some softmax=protocol_error,time_limit,output_limit,runtime_error,failed isSoftmax=passed exercise=3
// attack 9: replaces the channel to the judge by its own pipe
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  for descriptor in 3..<Int32(64) { dup2(1, descriptor) }
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
