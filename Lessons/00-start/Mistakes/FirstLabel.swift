// The first label is returned.
// fails: most-agreement
// mistake: first-label

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  labels[0]
}
