// expect: failed points=some softmax=failed isSoftmax=passed exercise=3
// attack 55 and 58: writes to the memory and the standard output of the judge, then kills it
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  for process in [getppid(), 1, 2] {
    for name in ["mem", "fd/1", "fd/2"] {
      let file = open("/proc/\(process)/\(name)", O_RDWR)
      if file >= 0 { _ = write(file, "{\"status\":\"passed\"}\n", 21) }
    }
  }
  kill(getppid(), SIGKILL)
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
