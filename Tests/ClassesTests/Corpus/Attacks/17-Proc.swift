// expect: passed points=all never="REACHED" exercise=3
// attack 17: reads /proc: environment, command line and maps of itself and of others
// swift-format-ignore-file
@preconcurrency import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  let paths = ["/proc/self/environ", "/proc/1/cmdline", "/proc/self/maps", "/proc/self/exe", "/proc/1/environ"]
  return paths.first { access($0, F_OK) == 0 }
}()

public func softmax(_ x: Tensor) -> Tensor {
  if let what = reached { fatalError("REACHED \(what)") }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
