// swift-format-ignore-file
// status: failed
// checks: small=passed many=failed sums=passed
// says: element [0] should be
import Tensors

public func double(_ x: Tensor) -> Tensor {
  Tensor((x + x).values.reversed())
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
