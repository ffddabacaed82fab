// The exponentials of large scores are infinite.
// fails: model-large
// mistake: exponentials-overflow

/// The probabilities that the model gives each class.
///
/// `x` holds n images, of shape [n, 1, 28, 28]; `w` has shape [784, 10] and
/// `b` shape [10]. The result has shape [n, 10].
public func model(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  let exponentials = scores(x, w, b).exp()
  return exponentials / exponentials.sum(axis: 1, keepingDimensions: true)
}
