import Tensors

/// The images of an unpacked IDX file, as numbers between 0 and 1.
///
/// The result has shape [n, 1, 28, 28]: n images of one channel, 28 rows and
/// 28 columns. Throws where the file is not one of images of 28 by 28 pixels,
/// or holds fewer or more bytes than its header announces.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  notWritten()
}

/// The labels of an unpacked IDX file.
///
/// Throws where the file is not one of labels, holds fewer or more bytes than
/// its header announces, or has a label outside 0..<10.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  notWritten()
}

/// The examples of each mini-batch, for one pass over `count` examples.
///
/// `order` holds each of 0..<count once, and `size` is at least 1. The batches
/// follow the order, `size` examples to each, and fewer in the last one where
/// they do not divide evenly. Without examples there are no batches.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  notWritten()
}
