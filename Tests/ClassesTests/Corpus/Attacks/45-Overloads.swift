// expect: !passed|compile_error points<all softmax=!passed exercise=3
// attack 45: public overloads of ==, <, abs and reduce
// swift-format-ignore-file
import Glibc
import Tensors


public func abs(_ x: Float) -> Float { 0 }
public func < (a: Float, b: Float) -> Bool { true }
public func == (a: Tensor, b: Tensor) -> Bool { true }
public func == (a: Float, b: Float) -> Bool { true }
extension Array {
  public func reduce<Result>(_ start: Result, _ next: (Result, Element) -> Result) -> Result { start }
  public func allSatisfy(_ holds: (Element) -> Bool) -> Bool { true }
}
extension Float {
  public var magnitude: Float { 0 }
}

public func softmax(_ x: Tensor) -> Tensor {
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { true }
