import Tensors

/// The label that occurs most often; any of them if several are tied.
///
/// Equal labels are neighbors in the sorted list, so the longest run wins.
public func mostFrequent(_ labels: [Int]) -> Int {
  let sorted = labels.sorted()
  var best = (label: sorted[0], length: 0)
  var start = 0
  for i in sorted.indices {
    if sorted[i] != sorted[start] { start = i }
    if i - start + 1 > best.length { best = (sorted[i], i - start + 1) }
  }
  return best.label
}
