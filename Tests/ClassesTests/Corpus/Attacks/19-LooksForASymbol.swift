// expect: passed points=all never="REACHED" exercise=3
// attack 19: looks for symbols of the reference and of the judge in its own program
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  let names = [
    "$s10References7softmaxy7Tensors6TensorVAFF", "$s7Grading5JudgeVMn",
    "$s6Checks5CheckVMn", "$s8Networks7softmaxy7Tensors6TensorVAFF",
  ]
  return names.first { dlsym(nil, $0) != nil }
}()

public func softmax(_ x: Tensor) -> Tensor {
  if let what = reached { fatalError("REACHED \(what)") }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
