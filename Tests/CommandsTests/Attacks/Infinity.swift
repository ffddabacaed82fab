// swift-format-ignore-file
// status: failed
// checks: small=failed many=failed sums=passed
// says: is inf
import Tensors

public func double(_ x: Tensor) -> Tensor {
  Tensor([Float](repeating: .infinity, count: x.count))
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
