// swift-format-ignore-file
// status: failed
// checks: small=time_limit many=skipped sums=passed
// says: no answer after 2 s
import Tensors

public func double(_ x: Tensor) -> Tensor {
  while true {}
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
