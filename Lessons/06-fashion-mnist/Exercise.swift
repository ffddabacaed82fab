import Tensors

/// The images of an uncompressed IDX file, as numbers between 0 and 1.
///
/// The result has shape [n, 1, 28, 28]: n images of one channel, 28 rows and 28
/// columns. Throws if the file is not a file of images of 28 by 28 pixels, or
/// has fewer or more bytes than its header says.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  notWritten()
}

/// The labels of an uncompressed IDX file.
///
/// Throws if the file is not a file of labels, has fewer or more bytes than its
/// header says, or has a label outside 0..<10.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  notWritten()
}

/// The examples of each mini-batch, for one pass over `count` examples.
///
/// `order` holds each number in 0..<count once, and `size` is at least 1. Each
/// batch holds the next `size` examples of the order; the last batch may hold
/// fewer. Without examples there are no batches.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  notWritten()
}
