// swift-format-ignore-file
// status: rejected
// says: `@_silgen_name` is not allowed
import Tensors

#if canImport(Tensors)
@_silgen_name("$s7Tensors6TensorV7softmaxACyF")
func hidden(_ x: Tensor) -> Tensor
#endif

public func double(_ x: Tensor) -> Tensor {
  x + x
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
