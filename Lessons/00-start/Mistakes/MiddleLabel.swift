// The middle of the sorted labels is returned, which is the median.
// fails: most-agreement
// mistake: median

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  labels.sorted()[labels.count / 2]
}
