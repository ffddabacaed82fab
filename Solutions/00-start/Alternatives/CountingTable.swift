import Tensors

/// The label that occurs most often; any of them if several are tied.
///
/// An array holds one count per label, and its highest entry wins.
public func mostFrequent(_ labels: [Int]) -> Int {
  var counts = Tensor.zeros(shape: [1_000])
  for label in labels { counts[label] += 1 }
  return counts.argmax(axis: 0)[0]
}
