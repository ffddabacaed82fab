// Each fold has k examples.
// fails: folds-agreement
// mistake: size-for-k

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  stride(from: 0, to: count, by: k).map { start in
    let end = min(start + k, count)
    let rest = Array(order[..<start]) + Array(order[end...])
    return (train: rest, validation: Array(order[start..<end]))
  }
}
