// The last batch is left out where it is not full.
// fails: batches-short-last
// mistake: last-dropped

/// The examples of each mini-batch, for one pass over `count` examples.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  stride(from: 0, to: count / size * size, by: size).map { start in
    Array(order[start..<start + size])
  }
}
