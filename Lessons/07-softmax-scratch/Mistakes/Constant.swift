// The model says t-shirt, whatever it sees.
// fails: model-agreement
// mistake: none

/// The probabilities that the model gives each class.
///
/// `x` holds n images, of shape [n, 1, 28, 28]; `w` has shape [784, 10] and
/// `b` shape [10]. The result has shape [n, 10].
public func model(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: [x.shape[0], 10])
  for i in 0..<x.shape[0] { result[i, 0] = 1 }
  return result
}
