// expect: runtime_error points=some softmax=runtime_error exercise=3
// honest: calls itself by mistake
// swift-format-ignore-file
import Tensors

public func softmax(_ x: Tensor) -> Tensor {
  let rows = (0..<x.shape[0]).map { softmax(x.row($0).reshaped([1, -1])) }
  return rows[0] + rows[x.shape[0] - 1] - rows[0]
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape
    && (yHat - softmax(x)).absolute().max().item <= 1e-4
}
