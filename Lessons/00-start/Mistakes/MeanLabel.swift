// The mean of the labels is returned.
// fails: most-agreement
// mistake: mean

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  labels.reduce(0, +) / labels.count
}
