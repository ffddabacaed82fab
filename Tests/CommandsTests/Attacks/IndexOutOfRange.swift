// swift-format-ignore-file
// status: failed
// checks: small=runtime_error many=runtime_error sums=passed
// says: index out of range
// line: 10
import Tensors

public func double(_ x: Tensor) -> Tensor {
  let values = x.values
  return Tensor(values.indices.map { values[$0 + 1] + values[$0] })
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
