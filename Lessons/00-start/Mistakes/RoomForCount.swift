// There is room for as many labels as the list is long.
// fails: most-large
// mistake: none

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  var counts = Array(repeating: 0, count: labels.count)
  for label in labels { counts[label] += 1 }
  return counts.indices.max { counts[$0] < counts[$1] } ?? 0
}
