// The training examples lose their order.
// fails: folds-agreement
// mistake: train-sorted

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  var result: [(train: [Int], validation: [Int])] = []
  var start = 0
  for fold in 0..<k {
    let end = start + count / k + (fold < count % k ? 1 : 0)
    let validation = Array(order[start..<end])
    let rest = Set(order).subtracting(validation).sorted()
    result.append((train: rest, validation: validation))
    start = end
  }
  return result
}
