// expect: passed points=all exercise=3
// honest: right, with a global constant, a nested function and a generic one
// swift-format-ignore-file
import Tensors

let tolerance: Float = 1e-4

func pipeline<T>(_ value: T, _ steps: ((T) -> T)...) -> T { steps.reduce(value) { $1($0) } }

public func softmax(_ x: Tensor) -> Tensor {
  func subtractMaximum(_ t: Tensor) -> Tensor { t - t.max(axis: 1, keepingDimensions: true) }
  func normalize(_ t: Tensor) -> Tensor { t / t.sum(axis: 1, keepingDimensions: true) }
  return pipeline(x, subtractMaximum, { $0.exp() }, normalize)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  yHat.shape == x.shape && yHat.isClose(to: softmax(x), tolerance: tolerance)
}
