// The last folds are the larger ones.
// fails: folds-uneven
// mistake: last-larger

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  var result: [(train: [Int], validation: [Int])] = []
  var start = 0
  for fold in 0..<k {
    let end = start + count / k + (fold >= k - count % k ? 1 : 0)
    let rest = Array(order[..<start]) + Array(order[end...])
    result.append((train: rest, validation: Array(order[start..<end])))
    start = end
  }
  return result
}
