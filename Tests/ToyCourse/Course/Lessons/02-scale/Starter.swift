import Exercise01
import Tensors

/// Four times each of the n numbers of `x`, of shape [n].
public func quadruple(_ x: Tensor) -> Tensor {
  notWritten()
}
