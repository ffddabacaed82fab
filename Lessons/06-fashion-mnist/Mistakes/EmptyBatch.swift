// An empty batch follows the last full one.
// fails: batches-even
// mistake: empty-batch

/// The examples of each mini-batch, for one pass over `count` examples.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  (0...count / size).map { batch in
    Array(order[batch * size..<min((batch + 1) * size, count)])
  }
}
