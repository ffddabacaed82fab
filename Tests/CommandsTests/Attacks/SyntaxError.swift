// status: compile_error
// says: expected
// line: 7
import Tensors

public func double(_ x: Tensor) -> Tensor {
  x + (x
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
