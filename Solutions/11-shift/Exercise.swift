import Tensors

/// The answer of the lowest expected cost, for each example.
///
/// `probabilities` has shape [n, q], one row per example, n ≥ 1: how probable
/// each class is. `costs` has shape [q, a]: element [i, j] is what answer j
/// costs if the class is i. The result holds n answers, each in 0..<a. If
/// several answers of an example cost least, any of them may be chosen.
public func decide(_ probabilities: Tensor, costs: Tensor) -> [Int] {
  probabilities.matmul(costs).argmin(axis: 1)
}
