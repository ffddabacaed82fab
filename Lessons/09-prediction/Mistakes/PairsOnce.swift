// Pairs that occur more than once are counted once.
// fails: confusion-example
// mistake: one-for-count

/// How often each class was predicted for each true class: shape [q, q].
///
/// Element [i, j] counts the examples whose true class is i and whose predicted
/// class is j. `predicted` and `y` hold n ≥ 0 classes each, all in 0..<q, where
/// q is `classes`, from 1 to 1,000.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  var table = Tensor.zeros(shape: [classes, classes])
  let pairs = Set(zip(predicted, y).map { $1 * classes + $0 })
  for pair in pairs { table[pair / classes, pair % classes] += 1 }
  return table
}
