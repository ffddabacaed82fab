// The first label that occurs twice is returned.
// fails: most-agreement
// mistake: first-repeated

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  var seen: Set<Int> = []
  return labels.first { !seen.insert($0).inserted } ?? labels[0]
}
