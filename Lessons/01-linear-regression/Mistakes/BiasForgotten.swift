// The bias is left out.
// fails: linear-example
// mistake: bias-forgotten

/// The prediction of a linear model for each example.
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  x.matmul(w)
}
