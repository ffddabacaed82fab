import Tensors

/// TODO: as in the starter.
public func yourLesson(_ x: Tensor) -> Tensor {
  x + x
}
