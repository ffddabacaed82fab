// Confusions between classes are left out.
// fails: shift-agreement
// mistake: diagonal-only

/// The distribution p of the labels for which C p = μ.
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  let q = predicted.count
  return Tensor((0..<q).map { predicted[$0] / confusion[$0, $0] })
}
