// expect: time_limit points=some softmax=time_limit,skipped isSoftmax=passed exercise=3
// attack 13: waits for a semaphore that nobody signals
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  var semaphore = sem_t()
  sem_init(&semaphore, 0, 0)
  sem_wait(&semaphore)
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
