// expect: rejected points=0 exercise=3 sample
// attack 48: imports the library's softmax
// swift-format-ignore-file
import Networks
import Tensors

public func softmax(_ x: Tensor) -> Tensor { Networks.softmax(x) }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { yHat.isClose(to: Networks.softmax(x)) }
