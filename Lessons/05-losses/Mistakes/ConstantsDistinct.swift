// Numbers that occur twice are sorted as one.
// fails: constants-ties
// mistake: distinct

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  let distinct = Set(y.values).sorted()
  return (squared: y.mean().item, absolute: distinct[distinct.count / 2])
}
