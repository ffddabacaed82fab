// Each batch reaches one example into the next.
// fails: batches-agreement
// mistake: overlapping

/// The examples of each mini-batch, for one pass over `count` examples.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  stride(from: 0, to: count, by: size).map { start in
    Array(order[start...min(start + size, count - 1)])
  }
}
