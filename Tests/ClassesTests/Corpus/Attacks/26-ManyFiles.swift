// expect: passed points=all exercise=3
// attack 26: 20,000 empty files; then a right answer
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

nonisolated(unsafe) private var done = false

public func softmax(_ x: Tensor) -> Tensor {
  if !done {
    done = true
    for number in 0..<20_000 {
      let file = open("/tmp/many-\(number)", O_CREAT | O_WRONLY, 0o600)
      if file < 0 { break }
      close(file)
    }
  }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
