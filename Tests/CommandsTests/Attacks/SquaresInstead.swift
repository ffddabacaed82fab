// swift-format-ignore-file
// status: failed
// checks: small=failed many=failed sums=passed
// mistake: squared
// says: You squared the numbers
import Tensors

public func double(_ x: Tensor) -> Tensor {
  x * x
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
