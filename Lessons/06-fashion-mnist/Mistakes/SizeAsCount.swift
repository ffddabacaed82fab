// The size is taken for the number of batches.
// fails: batches-short-last
// mistake: size-as-count

/// The examples of each mini-batch, for one pass over `count` examples.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  let each = (count + size - 1) / size
  return stride(from: 0, to: count, by: max(each, 1)).map { start in
    Array(order[start..<min(start + each, count)])
  }
}
