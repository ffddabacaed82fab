// The biases are added to the probabilities.
// fails: model-agreement
// mistake: biases-outside

/// The probabilities that the model gives each class.
///
/// `x` holds n images, of shape [n, 1, 28, 28]; `w` has shape [784, 10] and
/// `b` shape [10]. The result has shape [n, 10].
public func model(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  softmax(flattened(x).matmul(w)) + b
}
