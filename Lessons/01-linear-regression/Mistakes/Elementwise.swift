// Features and weights are multiplied, and not added up.
// fails: linear-agreement
// mistake: elementwise

/// The prediction of a linear model for each example.
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  x * w.transposed() + b
}
