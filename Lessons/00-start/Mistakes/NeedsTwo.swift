// A label that occurs once is never returned.
// fails: most-edges
// mistake: zero-returned

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  var (best, most) = (0, 1)
  for label in Set(labels) {
    let count = labels.count { $0 == label }
    if count > most { (best, most) = (label, count) }
  }
  return best
}
