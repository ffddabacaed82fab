// expect: failed points<all exercise=3
// honest: returns its input, to see what happens
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor { x }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { false }
