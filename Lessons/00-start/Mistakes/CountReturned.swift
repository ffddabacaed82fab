// The largest count is returned, not its label.
// fails: most-agreement
// mistake: count-returned

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  var counts: [Int: Int] = [:]
  for label in labels { counts[label, default: 0] += 1 }
  return counts.values.max() ?? 0
}
