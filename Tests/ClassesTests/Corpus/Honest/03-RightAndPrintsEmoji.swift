// expect: passed points=all exercise=3
// honest: right, and prints emoji, a tab and no newline
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  print("👩‍👩‍👧‍👦\t→ ∞", terminator: "")
  let shifted = x - x.max(axis: 1, keepingDimensions: true)
  let exponentials = shifted.exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}
