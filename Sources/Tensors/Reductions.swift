/// A shape seen from one axis: `outer` blocks of `length` steps, with `inner`
/// elements each.
struct AxisView {
  let outer: Int
  let length: Int
  let inner: Int
  let shape: [Int]
  let kept: [Int]

  init(_ shape: [Int], _ axis: Int, in operation: String) {
    let position = axis < 0 ? axis + shape.count : axis
    guard shape.indices.contains(position) else {
      stop(
        operation, "axis \(axis) of shape \(shape)",
        "the axis must lie in \(-shape.count)..<\(shape.count)")
    }
    outer = shape[..<position].reduce(1, *)
    length = shape[position]
    inner = shape[(position + 1)...].reduce(1, *)
    var kept = shape
    kept[position] = 1
    self.kept = kept
    kept.remove(at: position)
    self.shape = kept
  }

  /// The indices along the axis of one element for each result, in order.
  func indices(of offsets: [Int]) -> [Int] {
    if inner == 1 { return offsets.indices.map { offsets[$0] - $0 * length } }
    return offsets.map { $0 / inner % length }
  }
}

extension Tensor {
  /// The sum along an axis.
  ///
  /// Along axis 1, `[n, q]` gives `[n]`, or `[n, 1]` when keeping dimensions.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).sum(axis: 0))  // prints [4.0, 6.0]
  /// ```
  ///
  /// Axes count from 0; negative axes count back from the last, which is −1.
  public func sum(axis: Int, keepingDimensions: Bool = false) -> Tensor {
    let view = AxisView(shape, axis, in: "sum")
    let result = Tensor(
      unchecked: sums(view), shape: keepingDimensions ? view.kept : view.shape)
    return result.recording(
      edge { [shape] gradient in
        gradient.reshaped(view.kept) + Tensor.zeros(shape: shape)
      })
  }

  /// The mean along an axis.
  ///
  /// Along axis 0, `[n, q]` gives `[q]`.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).mean(axis: 0))  // prints [2.0, 3.0]
  /// ```
  public func mean(axis: Int, keepingDimensions: Bool = false) -> Tensor {
    let view = AxisView(shape, axis, in: "mean")
    return sum(axis: axis, keepingDimensions: keepingDimensions)
      / Float(view.length)
  }

  /// The largest element along an axis, or NaN if there is one.
  ///
  /// Along axis 1, `[n, q]` gives `[n]`, or `[n, 1]` when keeping dimensions.
  ///
  /// ```swift
  /// print(Tensor([[1, 9], [8, 3]]).max(axis: 1))  // prints [9.0, 8.0]
  /// ```
  ///
  /// The axis must not be empty. Of equal elements, the first gets the
  /// gradient.
  public func max(axis: Int, keepingDimensions: Bool = false) -> Tensor {
    let view = AxisView(shape, axis, in: "max")
    return elements(
      at: offsetsOfLargest(view, in: "max"),
      shape: keepingDimensions ? view.kept : view.shape)
  }

  /// The smallest element along an axis, or NaN if there is one.
  ///
  /// Along axis 1, `[n, q]` gives `[n]`, or `[n, 1]` when keeping dimensions.
  ///
  /// ```swift
  /// print(Tensor([[1, 9], [8, 3]]).min(axis: 1))  // prints [1.0, 3.0]
  /// ```
  ///
  /// The axis must not be empty. Of equal elements, the first gets the
  /// gradient.
  public func min(axis: Int, keepingDimensions: Bool = false) -> Tensor {
    let view = AxisView(shape, axis, in: "min")
    return elements(
      at: (-detached()).offsetsOfLargest(view, in: "min"),
      shape: keepingDimensions ? view.kept : view.shape)
  }

  /// The sum of all elements, of shape `[]`; 0 if there are none.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).sum())  // prints 10.0
  /// ```
  public func sum() -> Tensor { reshaped([count]).sum(axis: 0) }

  /// The mean of all elements, of shape `[]`; NaN if there are none.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).mean())  // prints 2.5
  /// ```
  public func mean() -> Tensor { sum() / Float(count) }

  /// The largest element, of shape `[]`; there must be at least one element.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).max())  // prints 4.0
  /// ```
  public func max() -> Tensor { reshaped([count]).max(axis: 0) }

  /// The smallest element, of shape `[]`; there must be at least one element.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).min())  // prints 1.0
  /// ```
  public func min() -> Tensor { reshaped([count]).min(axis: 0) }

  /// The index of the largest element along an axis.
  ///
  /// Along axis 1, `[n, q]` gives n indices in `0..<q`. Of equal elements the
  /// first counts, and NaN counts as largest.
  ///
  /// ```swift
  /// print(Tensor([[1, 9, 2], [8, 3, 4]]).argmax(axis: 1))  // prints [1, 0]
  /// ```
  public func argmax(axis: Int) -> [Int] {
    let view = AxisView(shape, axis, in: "argmax")
    return view.indices(of: offsetsOfLargest(view, in: "argmax"))
  }

  /// The index of the smallest element along an axis.
  ///
  /// Along axis 1, `[n, q]` gives n indices in `0..<q`. Of equal elements the
  /// first counts, and NaN counts as smallest.
  ///
  /// ```swift
  /// print(Tensor([[1, 9, 2], [8, 3, 4]]).argmin(axis: 1))  // prints [0, 1]
  /// ```
  public func argmin(axis: Int) -> [Int] {
    let view = AxisView(shape, axis, in: "argmin")
    return view.indices(of: (-detached()).offsetsOfLargest(view, in: "argmin"))
  }

  /// Sums over the axes along which the shape `target` was broadcast.
  func summed(to target: [Int]) -> Tensor {
    if shape == target { return self }
    var result = self
    while result.rank > target.count { result = result.sum(axis: 0) }
    for axis in target.indices
    where target[axis] == 1 && result.shape[axis] != 1 {
      result = result.sum(axis: axis, keepingDimensions: true)
    }
    return result.reshaped(target)
  }
}

// The loops over the elements.

extension Tensor {
  /// The sums along the axis of a view, added up as `Double`.
  private func sums(_ view: AxisView) -> [Float] {
    let (outer, length, inner) = (view.outer, view.length, view.inner)
    var sums = [Double](repeating: 0, count: outer * inner)
    storage.withUnsafeBufferPointer { x in
      sums.withUnsafeMutableBufferPointer { sums in
        if inner == 1 {
          for o in 0..<outer {
            sums[o] = total(x[o * length..<(o + 1) * length])
          }
        } else {
          for o in 0..<outer {
            for k in 0..<length {
              let start = (o * length + k) * inner
              for i in 0..<inner { sums[o * inner + i] += Double(x[start + i]) }
            }
          }
        }
      }
    }
    return sums.map { Float($0) }
  }

  /// The elements at some offsets, in the given shape.
  private func elements(at offsets: [Int], shape newShape: [Int]) -> Tensor {
    let chosen = storage.withUnsafeBufferPointer { values in
      offsets.map { values[$0] }
    }
    return Tensor(unchecked: chosen, shape: newShape).recording(
      edge { [shape] gradient in
        var whole = Tensor.zeros(shape: shape)
        for (k, offset) in offsets.enumerated() {
          whole.storage[offset] = gradient.storage[k]
        }
        return whole
      })
  }

  /// The offsets of the largest elements along the axis of a view: the first of
  /// equal ones, or the first NaN.
  private func offsetsOfLargest(
    _ view: AxisView, in operation: String
  ) -> [Int] {
    let (outer, length, inner) = (view.outer, view.length, view.inner)
    if length == 0 && outer * inner > 0 {
      stop(operation, "shape \(shape)", "the axis must not be empty")
    }
    var offsets = [Int](repeating: 0, count: outer * inner)
    storage.withUnsafeBufferPointer { x in
      for o in 0..<outer {
        for i in 0..<inner {
          let start = o * length * inner + i
          var (largest, position, unordered) = (x[start], 0, 0)
          for k in 0..<length {
            let value = x[start + k * inner]
            let isLarger = value > largest
            largest = isLarger ? value : largest
            position = isLarger ? k : position
            unordered += value.isNaN ? 1 : 0
          }
          if unordered > 0 {
            position = (0..<length).first { x[start + $0 * inner].isNaN } ?? 0
          }
          offsets[o * inner + i] = start + position * inner
        }
      }
    }
    return offsets
  }
}

/// The sum of the elements.
///
/// Few are added one by one, many in eight lanes and in blocks whose sums are
/// added as `Double`, to keep the error small.
private func total(_ x: Slice<UnsafeBufferPointer<Float>>) -> Double {
  let x = UnsafeBufferPointer(rebasing: x)
  if x.count < 32 { return x.reduce(0) { $0 + Double($1) } }
  let lanes = 8
  let block = 128
  var sum = 0.0
  for start in stride(from: 0, to: x.count, by: block) {
    let end = Swift.min(start + block, x.count)
    var partial = SIMD8<Float>()
    var i = start
    while i + lanes <= end {
      for lane in 0..<lanes { partial[lane] += x[i + lane] }
      i += lanes
    }
    while i < end {
      partial[0] += x[i]
      i += 1
    }
    sum += Double(partial.sum())
  }
  return sum
}
