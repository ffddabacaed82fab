// swift-format-ignore-file
// status: failed
// checks: small=memory_limit many=memory_limit sums=passed
// says: 256 MiB
import Tensors

public func double(_ x: Tensor) -> Tensor {
  let values = [Float](repeating: 1, count: 1 << 38)
  return Tensor(Array(values.prefix(x.count)), shape: x.shape)
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
