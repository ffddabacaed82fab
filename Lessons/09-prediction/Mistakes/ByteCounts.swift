// Counts are kept in bytes, which overflow after 255.
// fails: confusion-many
// mistake: none

/// How often each class was predicted for each true class: shape [q, q].
///
/// Element [i, j] counts the examples whose true class is i and whose predicted
/// class is j. `predicted` and `y` hold n ≥ 0 classes each, all in 0..<q, where
/// q is `classes`, from 1 to 1,000.
public func confusionMatrix(
  _ predicted: [Int], _ y: [Int], classes: Int
) -> Tensor {
  var counts = [UInt8](repeating: 0, count: classes * classes)
  for (answer, label) in zip(predicted, y) {
    counts[label * classes + answer] += 1
  }
  return Tensor(counts.map { Float($0) }, shape: [classes, classes])
}
