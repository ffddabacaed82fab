// Each fraction is divided by the sum of its row.
// fails: shift-agreement
// mistake: row-sums

/// The distribution p of the labels for which C p = μ.
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  predicted / confusion.sum(axis: 1)
}
