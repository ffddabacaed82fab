// The smallest label is returned.
// fails: most-agreement
// mistake: smallest-label

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  labels.min() ?? 0
}
