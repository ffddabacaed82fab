// swift-format-ignore-file
// status: failed
// checks: small=passed many=passed sums=runtime_error
// says: arithmetic overflow
// line: 13
import Tensors

public func double(_ x: Tensor) -> Tensor {
  x + x
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(Int.max, +) + labels.count + Int.max
}
