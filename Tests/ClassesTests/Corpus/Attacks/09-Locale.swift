// expect: passed points=all exercise=3
// attack 9: sets a locale with a decimal comma
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  for name in ["de_DE.UTF-8", "de_DE", "fr_FR.UTF-8"] { setlocale(LC_ALL, name) }
  setenv("LC_ALL", "de_DE.UTF-8", 1)
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
