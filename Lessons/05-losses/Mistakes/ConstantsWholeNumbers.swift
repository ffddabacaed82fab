// Integers are divided.
// fails: constants-odd
// mistake: integer-division

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  let sorted = y.values.sorted()
  let mean = Int(y.sum().item) / y.count
  return (squared: Float(mean), absolute: sorted[sorted.count / 2])
}
