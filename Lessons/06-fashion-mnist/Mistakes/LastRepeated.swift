// The last batch is filled with the first examples.
// fails: batches-short-last
// mistake: last-repeated

/// The examples of each mini-batch, for one pass over `count` examples.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  stride(from: 0, to: count, by: size).map { start in
    (start..<start + size).map { order[$0 % count] }
  }
}
