// A label is only accepted if it has more than half of the list.
// fails: most-agreement
// mistake: majority-only

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  Set(labels).first { label in
    2 * labels.count { $0 == label } > labels.count
  } ?? 0
}
