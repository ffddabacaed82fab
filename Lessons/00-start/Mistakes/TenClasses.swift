// There is room for the counts of ten labels only.
// fails: most-large
// mistake: none

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  var counts = Array(repeating: 0, count: 10)
  for label in labels { counts[label] += 1 }
  return counts.indices.max { counts[$0] < counts[$1] } ?? 0
}
