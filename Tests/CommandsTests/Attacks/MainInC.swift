// swift-format-ignore-file
// status: compile_error
// says: the program does not link: `main` is defined twice
import Tensors

@_cdecl("main")
public func begin() -> Int32 { 0 }

public func double(_ x: Tensor) -> Tensor {
  x + x
}

public func total(of labels: [Int]) -> Int {
  labels.reduce(0, +)
}
