// Training and validation are exchanged.
// fails: folds-example
// mistake: swapped

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  var result: [(train: [Int], validation: [Int])] = []
  var start = 0
  for fold in 0..<k {
    let end = start + count / k + (fold < count % k ? 1 : 0)
    let rest = Array(order[..<start]) + Array(order[end...])
    result.append((train: Array(order[start..<end]), validation: rest))
    start = end
  }
  return result
}
