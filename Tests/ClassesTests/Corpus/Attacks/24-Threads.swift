// expect: !passed points=some softmax=!passed isSoftmax=passed exercise=3
// attack 24: 5,000 threads, all of them waiting
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  for _ in 0..<5_000 {
    var thread = pthread_t()
    let failed = pthread_create(&thread, nil, { _ in
      while true { sleep(1_000) }
    }, nil)
    if failed != 0 { break }
  }
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
