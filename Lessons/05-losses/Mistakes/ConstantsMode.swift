// The number that occurs most often is returned.
// fails: constants-odd
// mistake: mode

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  var counts: [Float: Int] = [:]
  for number in y.values { counts[number, default: 0] += 1 }
  let most = counts.values.max()
  let mode = y.values.first { counts[$0] == most }
  return (squared: y.mean().item, absolute: mode ?? 0)
}
