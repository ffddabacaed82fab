// swift-format-ignore-file
// status: failed
// checks: small=memory_limit many=memory_limit sums=passed
// says: 256 MiB
import Tensors

public func double(_ x: Tensor) -> Tensor {
  var values: [Float] = []
  while true { values += [Float](repeating: 1, count: 1 << 20) }
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
