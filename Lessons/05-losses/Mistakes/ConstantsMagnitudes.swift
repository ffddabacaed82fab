// The mean of the absolute values is returned.
// fails: constants-example
// mistake: magnitudes

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  (squared: y.mean().item, absolute: y.absolute().mean().item)
}
