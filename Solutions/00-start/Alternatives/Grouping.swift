import Tensors

/// The label that occurs most often; any of them if several are tied.
///
/// Groups equal labels, and takes the largest group.
public func mostFrequent(_ labels: [Int]) -> Int {
  let groups = Dictionary(grouping: labels) { $0 }
  let largest = groups.values.max { a, b in a.count < b.count }
  return largest?[0] ?? 0
}
