// The counts are bytes, which hold 255 at most.
// fails: most-many
// mistake: none

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  var counts: [Int: UInt8] = [:]
  for label in labels { counts[label, default: 0] &+= 1 }
  return counts.max { $0.value < $1.value }?.key ?? 0
}
