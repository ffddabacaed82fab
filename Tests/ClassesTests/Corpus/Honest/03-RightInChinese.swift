// expect: passed points=all exercise=3
// honest: right, with Chinese names and emoji in comments
// swift-format-ignore-file
import Tensors

// 🎉 减去最大值 — שלום — مرحبا
public func softmax(_ x: Tensor) -> Tensor {
  let 最大 = x.max(axis: 1, keepingDimensions: true)
  let 指数 = (x - 最大).exp()
  return 指数 / 指数.sum(axis: 1, keepingDimensions: true)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - softmax(x)).absolute().max().item <= 1e-4  // 好
}
