// The predictions stand in a vector, not in a column.
// fails: linear-example
// mistake: flat

/// The prediction of a linear model for each example.
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  x.matmul(w.reshaped([-1])) + b
}
