// The middle between the smallest and the largest number is returned.
// fails: constants-example
// mistake: midrange

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  (y.mean().item, (y.min().item + y.max().item) / 2)
}
