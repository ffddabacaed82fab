import Tensors

/// The label that occurs most often; any of them if several are tied.
///
/// Goes through the counts and remembers the best label so far.
public func mostFrequent(_ labels: [Int]) -> Int {
  var counts: [Int: Int] = [:]
  for label in labels { counts[label, default: 0] += 1 }
  var best = labels[0]
  for (label, count) in counts where count > counts[best, default: 0] {
    best = label
  }
  return best
}
