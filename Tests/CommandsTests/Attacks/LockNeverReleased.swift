// swift-format-ignore-file
// status: failed
// checks: small=time_limit many=skipped sums=passed
// says: no answer after 2 s
import Foundation
import Tensors

public func double(_ x: Tensor) -> Tensor {
  let lock = NSLock()
  lock.lock()
  lock.lock()
  return x + x
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
