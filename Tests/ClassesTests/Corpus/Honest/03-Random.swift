// expect: failed points<all exercise=3
// honest: a random answer
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  Tensor((0..<x.count).map { _ in Float.random(in: 0...1) }, shape: x.shape)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { Bool.random() }
