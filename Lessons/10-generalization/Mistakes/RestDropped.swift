// The examples that are left over are never validated on.
// fails: folds-each-once
// mistake: rest-dropped

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  var result: [(train: [Int], validation: [Int])] = []
  var start = 0
  for fold in 0..<k {
    let end = start + count / (k + 0 * fold)
    let rest = Array(order[..<start]) + Array(order[end...])
    result.append((train: rest, validation: Array(order[start..<end])))
    start = end
  }
  return result
}
