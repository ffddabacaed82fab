// expect: protocol_error|failed points=some softmax=protocol_error,failed isSoftmax=passed exercise=3
// attack 3: an on_exit handler that sends a forged answer
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

func symbol<Function>(_ name: String, as type: Function.Type) -> Function? {
  dlsym(nil, name).map { unsafeBitCast($0, to: type) }
}
typealias Fork = @convention(c) () -> Int32
typealias OnExit = @convention(c) (@convention(c) (Int32, UnsafeMutableRawPointer?) -> Void, UnsafeMutableRawPointer?) -> Int32

func number(_ value: Int) -> [UInt8] {
  withUnsafeBytes(of: value) { Array($0) }
}
func send(_ bytes: [UInt8]) {
  for descriptor in 3..<Int32(64) { _ = write(descriptor, bytes, bytes.count) }
}
func forge(_ value: [UInt8], id: Int = 3, length: Int? = nil) {
  let body =
    [8] + number(id) + [6] + number(8) + Array("returned".utf8) + [4]
    + number(1) + value
  send(Array("SWC1".utf8) + number(length ?? body.count) + body)
}

public func softmax(_ x: Tensor) -> Tensor {
  symbol("on_exit", as: OnExit.self)?({ _, _ in forge([2, 0, 0, 128, 63]) }, nil)
  exit(1)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
