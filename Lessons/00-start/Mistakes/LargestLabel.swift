// The largest label is returned, not the one with the largest count.
// fails: most-agreement
// mistake: largest-label

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  var counts: [Int: Int] = [:]
  for label in labels { counts[label, default: 0] += 1 }
  return counts.max { $0.key < $1.key }?.key ?? 0
}
