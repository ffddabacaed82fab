// expect: output_limit|failed points<all softmax=output_limit,failed isSoftmax=passed exercise=3
// attack 26: one file of many gigabytes, until writing fails
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  let file = open("/tmp/big", O_CREAT | O_WRONLY, 0o600)
  let block = [UInt8](repeating: 1, count: 1 << 20)
  for _ in 0..<4_000 where write(file, block, block.count) < 0 { break }
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
