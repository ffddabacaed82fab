// expect: passed points=all never="REACHED" exercise=3
// attack 49 and 63: starts a shell, the compiler, and Python
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  for path in ["/bin/sh", "/usr/bin/swift", "/usr/bin/python3", "/usr/bin/env", "/app/run", "/lib64/ld-linux-x86-64.so.2"] {
    var process = pid_t()
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(path), strdup("--version"), nil]
    if path != "/app/run", posix_spawn(&process, path, nil, nil, &words, nil) == 0 {
      var status: Int32 = 0
      waitpid(process, &status, 0)
      if status == 0 && !path.contains("ld-linux") { return path }
    }
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
