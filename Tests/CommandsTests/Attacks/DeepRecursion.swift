// swift-format-ignore-file
// status: failed
// checks: small=runtime_error many=runtime_error sums=passed
// says: infinite recursion
import Tensors

func twice(_ x: Tensor, _ depth: Int) -> Float {
  let below = [twice(x, depth + 1), Float(depth)]
  return below[0] + below[1] + x.values[0]
}
public func double(_ x: Tensor) -> Tensor {
  Tensor([twice(x, 0)])
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
