// The examples are dealt out in turn.
// fails: batches-agreement
// mistake: dealt-out

/// The examples of each mini-batch, for one pass over `count` examples.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  let batches = (count + size - 1) / size
  return (0..<batches).map { batch in
    stride(from: batch, to: count, by: batches).map { order[$0] }
  }
}
