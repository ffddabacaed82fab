// expect: failed points=some softmax=failed isSoftmax=passed never="REACHED" exercise=3
// attack 20: traces its parent and reads its memory
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

public func softmax(_ x: Tensor) -> Tensor {
  typealias Trace = @convention(c) (Int, pid_t, Int, Int) -> Int
  let attached = symbol("ptrace", as: Trace.self)?(16, getppid(), 0, 0) ?? -1
  if attached == 0 && getppid() > 1 { fatalError("REACHED its parent") }
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
