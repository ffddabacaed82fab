// The second highest score wins.
// fails: predicted-highest
// mistake: second-highest

/// The class with the highest score, for each row of `scores`.
public func predictedClasses(_ scores: Tensor) -> [Int] {
  (0..<scores.shape[0]).map { i in
    let row = scores.row(i).values
    let order = row.indices.sorted { row[$0] > row[$1] }
    return order.count > 1 ? order[1] : 0
  }
}
