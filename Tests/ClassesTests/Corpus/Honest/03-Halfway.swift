// expect: runtime_error points=0 softmax=runtime_error exercise=3
// honest: a placeholder of its own: fatalError("TODO")
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor { fatalError("TODO") }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { fatalError("TODO") }
