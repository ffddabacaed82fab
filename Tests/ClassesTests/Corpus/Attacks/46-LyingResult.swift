// expect: compile_error points=0 exercise=3
// attack 46: returns a protocol's value in place of a Tensor
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Any { x }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { true }
