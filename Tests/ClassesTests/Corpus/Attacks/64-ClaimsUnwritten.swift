// expect: !passed|not_written points<all softmax=!passed isSoftmax=passed,not_written exercise=3
// attack 64: claims that the other function is not written
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  let words = Array("isSoftmax(_:_:) is not written yet\n".utf8)
  _ = write(2, words, words.count)
  for status in [Int32(70)] { _exit(status) }
  return x
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
