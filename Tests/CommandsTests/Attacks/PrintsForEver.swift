// swift-format-ignore-file
// status: failed
// checks: small=output_limit many=output_limit sums=passed
// says: printed more than
import Tensors

public func double(_ x: Tensor) -> Tensor {
  while true { print("x") }
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
