// swift-format-ignore-file
// status: rejected
// says: `@testable` is not allowed
// line: 8
let words = """
  /*
  """
@testable import Tensors

public func double(_ x: Tensor) -> Tensor {
  x + x
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
