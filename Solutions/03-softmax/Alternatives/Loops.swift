import Tensors

/// Turns each row of scores into probabilities, one number at a time.
public func softmax(_ x: Tensor) -> Tensor {
  let (n, q) = (x.shape[0], x.shape[1])
  var result = Tensor.zeros(shape: [n, q])
  for i in 0..<n {
    var largest = x[i, 0]
    for j in 1..<max(q, 1) { largest = max(largest, x[i, j]) }
    var total: Float = 0
    for j in 0..<q {
      let exponential = Tensor(x[i, j] - largest).exp().item
      result[i, j] = exponential
      total += exponential
    }
    for j in 0..<q { result[i, j] /= total }
  }
  return result
}
