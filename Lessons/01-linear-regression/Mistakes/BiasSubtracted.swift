// The bias is subtracted.
// fails: linear-agreement
// mistake: bias-subtracted

/// The prediction of a linear model for each example.
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  x.matmul(w) - b
}
