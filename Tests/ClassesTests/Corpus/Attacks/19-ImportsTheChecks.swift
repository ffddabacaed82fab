// expect: compile_error|rejected points=0 exercise=3
// attack 19: imports the checks for testing
// swift-format-ignore-file
@testable import Content
import Tensors

public func softmax(_ x: Tensor) -> Tensor { x }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { true }
