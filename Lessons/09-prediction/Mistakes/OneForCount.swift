// A 1 is written where a count belongs.
// fails: confusion-agreement
// mistake: one-for-count
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
  for (answer, label) in zip(predicted, y) { table[label, answer] = 1 }
  return table
}

/// The fraction of each true class that was predicted rightly.
public func perClassAccuracy(_ confusion: Tensor) -> Tensor {
  let counts = confusion.sum(axis: 1).values
  return Tensor(
    counts.enumerated().map { i, count in
      count == 0 ? 0 : confusion[i, i] / count
    })
}
