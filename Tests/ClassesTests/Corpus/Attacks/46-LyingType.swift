// expect: compile_error points=0 exercise=3
// attack 46: a type of its own by the name of Tensor
// swift-format-ignore-file
public struct Tensor: CustomStringConvertible {
  public var description: String { "[[1.0]]" }
}

public func softmax(_ x: Tensor) -> Tensor { x }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { true }
