// The last fold takes all examples that are left over.
// fails: folds-uneven
// mistake: rest-in-last

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  var result: [(train: [Int], validation: [Int])] = []
  var start = 0
  for fold in 0..<k {
    let end = fold == k - 1 ? count : start + count / k
    let rest = Array(order[..<start]) + Array(order[end...])
    result.append((train: rest, validation: Array(order[start..<end])))
    start = end
  }
  return result
}
