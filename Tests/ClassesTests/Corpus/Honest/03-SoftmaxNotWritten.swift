// expect: not_written points=0 softmax=not_written exercise=3
// honest: the judge calls a softmax that is not written
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  notWritten()
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}
