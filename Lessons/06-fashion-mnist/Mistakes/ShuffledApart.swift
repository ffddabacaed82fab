// Every call shuffles once more.
// fails: batches-repeatable
// mistake: shuffled-apart

/// The examples of each mini-batch, for one pass over `count` examples.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  let shuffled = order.shuffled()
  return stride(from: 0, to: count, by: size).map { start in
    Array(shuffled[start..<min(start + size, count)])
  }
}
