// The sum is not divided by the count.
// fails: constants-even
// mistake: sum

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  let sorted = y.values.sorted()
  return (squared: y.sum().item, absolute: sorted[sorted.count / 2])
}
