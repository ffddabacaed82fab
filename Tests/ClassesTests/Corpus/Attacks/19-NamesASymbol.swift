// expect: rejected points=0 exercise=3 sample
// attack 19: calls the reference by its mangled name
// swift-format-ignore-file
import Tensors

@_silgen_name("$s10References7softmaxy7Tensors6TensorVAFF")
func reference(_ x: Tensor) -> Tensor

public func softmax(_ x: Tensor) -> Tensor { reference(x) }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { true }
