// swift-format-ignore-file
// status: failed
// checks: small=runtime_error many=runtime_error sums=passed
// says: no such luck
// line: 9
import Tensors

public func double(_ x: Tensor) -> Tensor {
  fatalError("no such luck")
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
