import Tensors

enum Reading: Error {
  case refused(String)
}

/// The images: a table of the 256 numbers that a byte can become.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  guard idx.starts(with: [0, 0, 8, 3]), idx.count >= 16 else {
    throw Reading.refused("not a file of images")
  }
  // The lengths of all pictures of this course end in the same eight bytes.
  guard Array(idx[8..<16]) == [0, 0, 0, 28, 0, 0, 0, 28] else {
    throw Reading.refused("not 28 by 28")
  }
  let (n, rest) = (idx.count - 16).quotientAndRemainder(dividingBy: 784)
  guard rest == 0, count(n) == Array(idx[4..<8]) else {
    throw Reading.refused("not as many pictures as announced")
  }
  let numbers = (0..<256).map { Float(Double($0) / 255) }
  return Tensor(
    idx.dropFirst(16).map { numbers[Int($0)] }, shape: [n, 1, 28, 28])
}

/// The labels: what the header must be follows from the length.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  guard idx.count >= 8, idx.prefix(8) == [0, 0, 8, 1] + count(idx.count - 8)
  else { throw Reading.refused("not the header of these labels") }
  let labels = idx.dropFirst(8).map { Int($0) }
  guard (labels.max() ?? 0) < 10 else {
    throw Reading.refused("no class \(labels.max() ?? 0)")
  }
  return labels
}

/// The batches, each selecting its examples from the whole order.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  let batches = (count + size - 1) / size
  return [Int](0..<batches).map { batch in
    order.enumerated().filter { $0.offset / size == batch }.map(\.element)
  }
}

/// A number as four bytes, high byte first.
private func count(_ n: Int) -> [UInt8] {
  [
    UInt8(n >> 24 & 255), UInt8(n >> 16 & 255), UInt8(n >> 8 & 255),
    UInt8(n & 255),
  ]
}
