import Tensors

/// The images of an uncompressed IDX file, as numbers between 0 and 1.
///
/// The result has shape [n, 1, 28, 28]: n images of one channel, 28 rows and 28
/// columns. Throws if the file is not a file of images of 28 by 28 pixels, or
/// has fewer or more bytes than its header says.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  let pixels = try content(idx, magic: [0, 0, 8, 3], example: [28, 28])
  return Tensor(
    pixels.map { Float($0) / 255 }, shape: [pixels.count / 784, 1, 28, 28])
}

/// The labels of an uncompressed IDX file.
///
/// Throws if the file is not a file of labels, has fewer or more bytes than its
/// header says, or has a label outside 0..<10.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  let labels = try content(idx, magic: [0, 0, 8, 1], example: [])
  guard labels.allSatisfy({ $0 < 10 }) else {
    throw BadFile(problem: "a label lies outside 0..<10")
  }
  return labels.map { Int($0) }
}

/// The examples of each mini-batch, for one pass over `count` examples.
///
/// `order` holds each number in 0..<count once, and `size` is at least 1. Each
/// batch holds the next `size` examples of the order; the last batch may hold
/// fewer. Without examples there are no batches.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  stride(from: 0, to: count, by: size).map { start in
    Array(order[start..<min(start + size, count)])
  }
}

/// An error for an invalid file.
struct BadFile: Error {
  let problem: String
}

/// Checks the header, and returns the bytes after it.
private func content(
  _ idx: [UInt8], magic: [UInt8], example: [Int]
) throws -> ArraySlice<UInt8> {
  let header = 8 + 4 * example.count
  guard idx.count >= header else {
    throw BadFile(problem: "\(idx.count) bytes are no header")
  }
  guard Array(idx.prefix(4)) == magic else {
    throw BadFile(problem: "the file is of another kind")
  }
  // Check each length by itself, because the product of three may overflow.
  let lengths = example.indices.map { number(idx, at: 8 + 4 * $0) }
  guard lengths == example else {
    throw BadFile(problem: "the examples have lengths \(lengths)")
  }
  let count = number(idx, at: 4)
  guard idx.count - header == count * example.reduce(1, *) else {
    throw BadFile(problem: "there are not \(count) examples")
  }
  return idx[header...]
}

/// A number of four bytes, high byte first.
private func number(_ idx: [UInt8], at place: Int) -> Int {
  idx[place..<place + 4].reduce(0) { $0 * 256 + Int($1) }
}
