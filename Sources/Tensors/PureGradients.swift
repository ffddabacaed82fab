/// The gradients of a function at some parameters, without changing any tensor.
///
/// ```swift
/// let parameters = [Tensor([3]), Tensor([2])]
/// print(gradient(at: parameters) { p in (p[0] * p[0] * p[1]).sum() })
/// // prints [[12.0], [9.0]]
/// ```
///
/// The function gets the parameters, and must return a tensor with one element.
/// The result has the gradient with respect to each parameter in turn, which is
/// 0 where the function does not depend on it. Other tensors that the function
/// uses receive no gradients. The result is not recorded: there are no
/// gradients of gradients.
public func gradient<Failure: Error>(
  at parameters: [Tensor], of function: ([Tensor]) throws(Failure) -> Tensor
) throws(Failure) -> [Tensor] {
  let leaves = parameters.map { $0.trackingGradients() }
  let value = try withTracking(true) { () throws(Failure) in
    try function(leaves)
  }
  value.requireOneElement("gradient(at:)")
  var gradients: [ObjectIdentifier: Tensor] = [:]
  value.node?.backpropagate { gradients[ObjectIdentifier($0)] = $1 }
  return leaves.map { leaf in
    leaf.node.flatMap { gradients[ObjectIdentifier($0)] }
      ?? Tensor.zeros(shape: leaf.shape)
  }
}

/// The gradient of a function of one tensor, without changing any tensor.
///
/// ```swift
/// let x = Tensor([1, 2, 3])
/// print(gradient(at: x) { ($0 * $0).sum() })  // prints [2.0, 4.0, 6.0]
/// ```
public func gradient<Failure: Error>(
  at x: Tensor, of function: (Tensor) throws(Failure) -> Tensor
) throws(Failure) -> Tensor {
  try gradient(at: [x]) { x throws(Failure) in try function(x[0]) }[0]
}
