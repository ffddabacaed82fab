// A label is only accepted if it has more than half of the list.
// fails: most-agreement
// mistake: majority-only

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  for label in Set(labels) {
    if 2 * labels.count(where: { $0 == label }) > labels.count { return label }
  }
  return 0
}
