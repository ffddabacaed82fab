import Tensors

/// The label that occurs most often.
///
/// `labels` holds n labels, with n in 1...10,000 and each label in 0..<1,000, in
/// any order. The list is never empty, because an empty list has no answer. If
/// several labels share the largest count, any of them may be returned.
public func mostFrequent(_ labels: [Int]) -> Int {
  notWritten()
}
