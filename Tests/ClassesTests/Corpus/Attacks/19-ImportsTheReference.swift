// expect: compile_error|rejected points=0 exercise=3
// attack 19: imports the course's own reference
// swift-format-ignore-file
import References
import Tensors

public func softmax(_ x: Tensor) -> Tensor { reference(x) }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { true }
