// Returns the first label.
// fails: agreement
// mistake: first-label
import Tensors

/// The class that occurs most often among some labels.
///
/// `labels` holds n ≥ 1 classes, each at least 0. If several classes occur
/// equally often, more often than all others, any of them may be returned.
public func mostFrequent(_ labels: [Int]) -> Int {
  labels[0]
}
