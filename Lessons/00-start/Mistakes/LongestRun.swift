// Only neighbors are counted: the longest run wins.
// fails: most-agreement
// mistake: longest-run

/// The label that occurs most often.
public func mostFrequent(_ labels: [Int]) -> Int {
  var (best, longest, length) = (labels[0], 1, 1)
  for i in 1..<max(labels.count, 1) {
    length = labels[i] == labels[i - 1] ? length + 1 : 1
    if length > longest { (best, longest) = (labels[i], length) }
  }
  return best
}
