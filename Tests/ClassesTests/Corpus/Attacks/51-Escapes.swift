// expect: passed points=all never="\u{1B}" exercise=3
// attack 51: right, and prints escape sequences, a title and a link
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  print("\u{1B}[31mred\u{1B}[0m\u{1B}]0;title\u{7}\u{1B}]8;;http://example.com\u{7}link\u{1B}]8;;\u{7}\u{9B}2J\u{202E}reversed\r\u{0}")
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
