// The mean and the median have changed places.
// fails: constants-example
// mistake: exchanged

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  let sorted = y.values.sorted()
  return (squared: sorted[sorted.count / 2], absolute: y.mean().item)
}
