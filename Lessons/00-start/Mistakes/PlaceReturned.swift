// The index of the answer is returned, not the answer.
// fails: most-agreement
// mistake: index-returned

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  let counts = labels.map { label in labels.count { $0 == label } }
  return counts.indices.max { counts[$0] < counts[$1] } ?? 0
}
