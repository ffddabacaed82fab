import Tensors

/// Twice each of the n numbers of `x`, of shape [n].
public func double(_ x: Tensor) -> Tensor {
  notWritten()
}

/// The sum of the labels.
public func total(of labels: [Int]) -> Int {
  notWritten()
}
