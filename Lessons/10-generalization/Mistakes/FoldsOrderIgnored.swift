// The order is not used.
// fails: folds-agreement
// mistake: order-ignored

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  let order = Array(0..<count)
  var result: [(train: [Int], validation: [Int])] = []
  var start = 0
  for fold in 0..<k {
    let end = start + count / k + (fold < count % k ? 1 : 0)
    let rest = Array(order[..<start]) + Array(order[end...])
    result.append((train: rest, validation: Array(order[start..<end])))
    start = end
  }
  return result
}
