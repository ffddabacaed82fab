// The products are averaged.
// fails: linear-agreement
// mistake: averaged

/// The prediction of a linear model for each example.
public func linearRegression(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> Tensor {
  (x * w.transposed()).mean(axis: 1, keepingDimensions: true) + b
}
