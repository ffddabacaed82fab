// More than 255 examples in a batch are not counted.
// fails: evaluate-sizes
// mistake: none

/// The fraction of the examples in all batches that the model classifies
/// correctly.
public func evaluateAccuracy(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor
) -> Float {
  var (right, count) = (Float(0), Float(0))
  for (x, y) in batches {
    let n = Float(y.count % 256)
    right += accuracy(model(x, w, b), y) * n
    count += n
  }
  return right / count
}
