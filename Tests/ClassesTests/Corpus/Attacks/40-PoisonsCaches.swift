// expect: passed points=all never="REACHED" exercise=3
// attack 23 and 40: writes to the caches, the compiler and its own program
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  let paths = ["/app/run", "/app/x", "/x", "/usr/lib/x", "/usr/x", "/lib/x", "/src/x", "/out/x", "/lib64/x"]
  for path in paths {
    let file = open(path, O_CREAT | O_WRONLY, 0o755)
    if file >= 0 { return path }
  }
  return nil
}()

public func softmax(_ x: Tensor) -> Tensor {
  if let what = reached { fatalError("REACHED \(what)") }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
