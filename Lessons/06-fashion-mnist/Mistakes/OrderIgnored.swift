// The examples come in the order of the file.
// fails: batches-agreement
// mistake: order-ignored

/// The examples of each mini-batch, for one pass over `count` examples.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  stride(from: 0, to: count, by: size).map { start in
    Array(start..<min(start + size, count))
  }
}
