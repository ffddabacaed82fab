// The comparison is the wrong way round.
// fails: most-agreement
// mistake: least-frequent

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  var counts: [Int: Int] = [:]
  for label in labels { counts[label, default: 0] += 1 }
  var rarest = labels[0]
  for (label, count) in counts where count < counts[rarest, default: 0] {
    rarest = label
  }
  return rarest
}
