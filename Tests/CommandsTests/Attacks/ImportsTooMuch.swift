// swift-format-ignore-file
// status: rejected
// says: `import Networks` is not allowed
// line: 5
import Networks
import Tensors

public func double(_ x: Tensor) -> Tensor {
  x + x
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
