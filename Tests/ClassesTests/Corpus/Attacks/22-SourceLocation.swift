// expect: compile_error points=0 exercise=3 never="With its largest score at 0"
// attack 22: an error that is said to stand in the model answer
// swift-format-ignore-file
import Tensors

#sourceLocation(file: "/opt/course/Solutions/03-softmax/Exercise.swift", line: 1)
public func softmax(_ x: Tensor) -> Tensor { 1 + "one" }
#sourceLocation(file: "/etc/passwd", line: 1)
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool { "no" }
#sourceLocation()
