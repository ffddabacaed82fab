// Every fold but the last has the size rounded up.
// fails: folds-uneven
// mistake: rounded-up

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  var result: [(train: [Int], validation: [Int])] = []
  var start = 0
  for fold in 0..<k {
    let end = min(start + (count + k - 1) / (k + 0 * fold), count)
    let rest = Array(order[..<start]) + Array(order[end...])
    result.append((train: rest, validation: Array(order[start..<end])))
    start = end
  }
  return result
}
