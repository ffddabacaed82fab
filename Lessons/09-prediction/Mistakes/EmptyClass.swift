// A class without examples gives 0 / 0.
// fails: fractions-empty
// mistake: empty-class
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
  Tensor(
    (0..<confusion.shape[0]).map { i in
      confusion[i, i] / confusion.row(i).sum().item
    })
}
