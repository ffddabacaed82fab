// swift-format-ignore-file
// status: failed
// checks: small=failed many=runtime_error sums=passed
// says: do not broadcast
// line: 9
import Tensors

public func double(_ x: Tensor) -> Tensor {
  x + Tensor([Float](repeating: 1, count: x.count + 2))
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
