// The index is kept in a byte.
// fails: constants-many
// mistake: none

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  let index = Int(UInt8(truncatingIfNeeded: y.count / 2))
  return (squared: y.mean().item, absolute: y.values.sorted()[index])
}
