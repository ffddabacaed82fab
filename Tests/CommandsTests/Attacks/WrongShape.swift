// swift-format-ignore-file
// status: failed
// checks: small=failed many=failed sums=passed
// says: the shape should be [1], is [1, 1]
import Tensors

public func double(_ x: Tensor) -> Tensor {
  (x + x).reshaped([-1, 1])
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
