// expect: passed points=all never="REACHED" exercise=3
// attack 18: looks for secrets in its environment
// swift-format-ignore-file
@preconcurrency import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  let known: Set = [
    "LANG", "SWIFT_BACKTRACE", "OPENBLAS_NUM_THREADS", "PATH", "TMPDIR", "PWD",
    "HOME", "LC_ALL", "LD_LIBRARY_PATH", "_", "SHLVL", "OLDPWD",
  ]
  var index = 0
  while let entry = environ[index] {
    let name = String(cString: entry).split(separator: "=").first ?? ""
    if !known.contains(String(name)) { return String(name) }
    index += 1
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
