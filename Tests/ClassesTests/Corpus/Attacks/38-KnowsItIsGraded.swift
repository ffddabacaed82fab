// expect: passed points=all never="REACHED" exercise=3
// attack 38: behaves differently where a condition reveals that it is graded
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  #if DEBUG || GRADING || GRADER || COURSE_GRADER || COURSE || TESTING || SANDBOX || OFFICIAL
    fatalError("REACHED a condition")
  #endif
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
