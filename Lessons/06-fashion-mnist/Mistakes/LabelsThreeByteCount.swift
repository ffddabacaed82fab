// The first byte of the count is passed over.
// fails: labels-truncated
// mistake: count-cut-off
import Tensors

/// The images of an unpacked IDX file, as numbers between 0 and 1.
///
/// The result has shape [n, 1, 28, 28]: n images of one channel, 28 rows and
/// 28 columns. Throws where the file is not one of images of 28 by 28 pixels,
/// or holds fewer or more bytes than its header announces.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  let pixels = try content(idx, magic: [0, 0, 8, 3], example: [28, 28])
  return Tensor(
    pixels.map { Float($0) / 255 }, shape: [pixels.count / 784, 1, 28, 28])
}

/// The labels of an unpacked IDX file.
///
/// Throws where the file is not one of labels, holds fewer or more bytes than
/// its header announces, or has a label outside 0..<10.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  let labels = try content(idx, magic: [0, 0, 8, 1], example: [])
  guard labels.allSatisfy({ $0 < 10 }) else {
    throw BadFile(problem: "a label lies outside 0..<10")
  }
  return labels.map { Int($0) }
}

/// The examples of each mini-batch, for one pass over `count` examples.
///
/// `order` holds each of 0..<count once. The batches follow it, `size`
/// examples to each, and fewer in the last one where they do not divide
/// evenly.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  stride(from: 0, to: count, by: size).map { start in
    Array(order[start..<min(start + size, count)])
  }
}

/// What is wrong with a file.
struct BadFile: Error {
  let problem: String
}

/// The bytes after the header, once the header has been found right.
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
  // Each length by itself: the product of any three may be too large.
  let lengths = example.indices.map { number(idx, at: 8 + 4 * $0) }
  guard lengths == example else {
    throw BadFile(problem: "the examples have lengths \(lengths)")
  }
  let count = number(idx, at: 4) & 0xff_ffff
  guard idx.count - header == count * example.reduce(1, *) else {
    throw BadFile(problem: "there are not \(count) examples")
  }
  return idx[header...]
}

/// A number of four bytes, the high one first.
private func number(_ idx: [UInt8], at place: Int) -> Int {
  idx[place..<place + 4].reduce(0) { $0 * 256 + Int($1) }
}
