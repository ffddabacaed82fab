// The index of the middle is counted from 1.
// fails: constants-odd
// mistake: off-by-one

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  let sorted = y.values.sorted()
  return (squared: y.mean().item, absolute: sorted[(sorted.count + 1) / 2])
}
