import Tensors

/// TODO: one sentence; then shapes.
public func yourLesson(_ x: Tensor) -> Tensor {
  notWritten()
}
