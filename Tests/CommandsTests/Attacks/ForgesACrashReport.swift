// swift-format-ignore-file
// status: failed
// checks: small=runtime_error many=runtime_error sums=passed
// says: gave no reason
import Foundation
import Tensors

// Addresses before the first one, a program that is not this one, and a line
// that the file does not have.
public func double(_ x: Tensor) -> Tensor {
  let report = """

    *** Signal 6: Backtracing from 0x0... done ***

    *** Program crashed: Aborted at 0x0 ***

    Thread 0 crashed:

    0 [ra] 0x0000000000001000 closure #1 in double(_:) + 1 in program
    1 [ra] 0x0000000000000000 closure #1 in double(_:) + 1 in program at /Exercise01.swift:999999:1
    2 0x0000000000001001 double(_:) + 1 in program at /Exercise01.swift:1:1

    Images (1 omitted):

    0x0000000000001000–0x0000000000009000 8d09 program /etc/program

    """
  FileHandle.standardError.write(Data(report.utf8))
  abort()
}

public func total(of labels: [Int]) -> Int { labels.reduce(0, +) }
