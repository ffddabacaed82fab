extension Tensor {
  /// The standard deviation along an axis: the square root of the mean squared
  /// distance from the mean.
  ///
  /// Along axis 0, `[n, d]` gives `[d]`, or `[1, d]` when keeping dimensions.
  ///
  /// ```swift
  /// let x = Tensor([[1, 10], [3, 10]])
  /// print(x.standardDeviation(axis: 0))  // prints [1.0, 0.0]
  /// ```
  ///
  /// This is the standard deviation of a population: it divides by n, as NumPy's
  /// `std` does. PyTorch's `std` divides by n − 1 unless it is given
  /// `correction=0`. Where all elements are equal, the gradient is 0. An empty
  /// axis gives NaN.
  public func standardDeviation(
    axis: Int, keepingDimensions: Bool = false
  ) -> Tensor {
    let view = AxisView(shape, axis, in: "standardDeviation")
    let distances = distancesFromMean(view)
    let result = distances.squared().mean(axis: axis, keepingDimensions: true)
      .squareRoot()
    let shape = keepingDimensions ? view.kept : view.shape
    return result.reshaped(shape).recording(
      edge { gradient in
        // The derivative is (x − mean) / (n σ). Where σ is 0, so are all
        // distances, and any other divisor gives 0.
        let divisor = (result + (result .== 0)) * Float(view.length)
        return gradient.reshaped(view.kept) * (distances / divisor)
      })
  }

  /// The standard deviation of all elements, of shape `[]`; NaN if there are
  /// none.
  ///
  /// ```swift
  /// print(Tensor([1, 3]).standardDeviation())  // prints 1.0
  /// ```
  ///
  /// It divides by n, as ``standardDeviation(axis:keepingDimensions:)`` does.
  public func standardDeviation() -> Tensor {
    reshaped([count]).standardDeviation(axis: 0)
  }

  /// Each element minus the mean along the axis of a view.
  ///
  /// Computed as `Double`, so that equal elements have exactly the distance 0.
  private func distancesFromMean(_ view: AxisView) -> Tensor {
    let (outer, length, inner) = (view.outer, view.length, view.inner)
    return Tensor(shape: shape) { distances in
      for o in 0..<outer {
        for i in 0..<inner {
          let offsets = stride(
            from: o * length * inner + i, to: (o + 1) * length * inner,
            by: inner)
          let sum = offsets.reduce(0) { $0 + Double(storage[$1]) }
          for offset in offsets {
            distances[offset] = Float(
              Double(storage[offset]) - sum / Double(length))
          }
        }
      }
    }
  }
}
