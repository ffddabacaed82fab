// No two labels may have the same count.
// fails: most-ties
// mistake: none

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  let counts = Dictionary(grouping: labels) { $0 }.mapValues(\.count)
  let labelOfCount = Dictionary(
    uniqueKeysWithValues: counts.map { ($0.value, $0.key) })
  return labelOfCount[labelOfCount.keys.max() ?? 0] ?? 0
}
