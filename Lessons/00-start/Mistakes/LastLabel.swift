// The last label is returned.
// fails: most-agreement
// mistake: last-label

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  labels[labels.count - 1]
}
