// The diagonal is returned as it stands.
// fails: fractions-scale
// mistake: count-for-fraction
import Tensors

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  scores.argmax(axis: 1).map { names[$0] }
}

/// How often each class was taken for each: shape [q, q], rows true.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  var table = Tensor.zeros(shape: [classes, classes])
  for (answer, label) in zip(predicted, y) { table[label, answer] += 1 }
  return table
}

/// The fraction of each true class that was predicted rightly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  var right = Tensor.zeros(shape: [confusion.shape[0]])
  for i in 0..<confusion.shape[0] { right[i] = confusion[i, i] }
  return right
}
