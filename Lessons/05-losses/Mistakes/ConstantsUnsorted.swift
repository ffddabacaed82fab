// The middle one is taken of numbers that are not sorted.
// fails: constants-example
// mistake: unsorted

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  (squared: y.mean().item, absolute: y[y.count / 2])
}
