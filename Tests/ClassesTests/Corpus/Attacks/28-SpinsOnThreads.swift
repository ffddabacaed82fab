// expect: time_limit|runtime_error points=some softmax=time_limit,runtime_error,skipped isSoftmax=passed exercise=3
// attack 28: sixteen threads in endless loops
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  for _ in 0..<16 {
    var thread = pthread_t()
    pthread_create(&thread, nil, { _ in
      while true {}
    }, nil)
  }
  while true {}
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
