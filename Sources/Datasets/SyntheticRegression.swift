public import Tensors

/// Examples of a linear function with noise: x of shape `[n, d]`, drawn from a
/// normal distribution, and y = x · w + b + noise of shape `[n, 1]`.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1)
/// let (x, y) = syntheticRegression(
///   weights: [2, -3.4], bias: 4.2, count: 5, noise: 0.01, using: &generator)
/// print(x.shape, y.shape)  // prints [5, 2] [5, 1]
/// ```
///
/// `noise` is the standard deviation of the normally distributed noise, and
/// `count` is n; neither may be negative.
public func syntheticRegression(
  weights: [Float], bias: Float, count: Int, noise: Float = 0.01,
  using generator: inout SeededGenerator
) -> (x: Tensor, y: Tensor) {
  guard count >= 0, noise >= 0 else {
    stop(
      "syntheticRegression", "count \(count) and noise \(noise)",
      "neither may be negative")
  }
  let x = Tensor.normal(shape: [count, weights.count], using: &generator)
  let w = Tensor(weights, shape: [weights.count, 1])
  let errors = Tensor.normal(
    standardDeviation: noise, shape: [count, 1], using: &generator)
  return (x, x.matmul(w) + bias + errors)
}
