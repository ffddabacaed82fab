// Each fold trains on all examples, also on those it validates on.
// fails: folds-apart
// mistake: train-on-all

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  var result: [(train: [Int], validation: [Int])] = []
  var start = 0
  for fold in 0..<k {
    let end = start + count / k + (fold < count % k ? 1 : 0)
    result.append((train: order, validation: Array(order[start..<end])))
    start = end
  }
  return result
}
