// C is multiplied by μ, not solved.
// fails: shift-agreement
// mistake: multiplied

/// The distribution p of the labels for which C p = μ.
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  confusion.matmul(predicted)
}
