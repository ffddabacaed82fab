// expect: passed points=all never="REACHED" sample exercise=3
// attack 15: opens files of the host: the solutions, home folders, /etc/passwd
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  let paths = [
    "/etc/passwd", "/etc/hostname", "/etc/shadow", "/root/.ssh", "/root/.bashrc",
    "/usr/bin/env", "/bin/sh", "/var/log", "/sys/kernel", "/home/user",
    "../Solutions", "../../Solutions", "Solutions", "/Solutions",
  ]
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
