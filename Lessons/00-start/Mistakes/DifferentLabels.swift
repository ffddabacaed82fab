// The number of different labels is returned.
// fails: most-agreement
// mistake: different-labels

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  Set(labels).count
}
