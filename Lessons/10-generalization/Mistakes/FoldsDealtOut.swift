// The examples are dealt out instead of cut into parts.
// fails: folds-agreement
// mistake: dealt-out

/// The K folds of cross-validation over `count` examples.
public func folds(
  count: Int, k: Int, order: [Int]
) -> [(train: [Int], validation: [Int])] {
  (0..<k).map { fold in
    let places = 0..<count
    return (
      train: places.filter { $0 % k != fold }.map { order[$0] },
      validation: places.filter { $0 % k == fold }.map { order[$0] }
    )
  }
}
