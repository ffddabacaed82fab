// expect: passed points=all exercise=3
// attack 23: writes a note into every folder that another submission may share
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  for path in ["/tmp/corpus-leak", "corpus-leak", "/dev/shm/corpus-leak", "/var/tmp/corpus-leak", "/out/corpus-leak", "/src/corpus-leak"] {
    let file = open(path, O_CREAT | O_WRONLY, 0o666)
    if file >= 0 { _ = write(file, "A", 1) }
    close(file)
  }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
