/// A shape seen from one axis: `outer` blocks of `length` steps of `inner`
/// elements.
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
}

extension Tensor {
  /// The sum along an axis: of `[n, q]` along axis 1, `[n]`, or `[n, 1]`
  /// keeping dimensions.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).sum(axis: 0))  // prints [4.0, 6.0]
  /// ```
  public func sum(axis: Int, keepingDimensions: Bool = false) -> Tensor {
    let view = AxisView(shape, axis, in: "sum")
    let result = Tensor(shape: keepingDimensions ? view.kept : view.shape) {
      sums in
      values.withUnsafeBufferPointer { values in
        for o in 0..<view.outer {
          let block = values[(o * view.length * view.inner)...]
          for i in 0..<view.inner {
            var total: Float = 0
            for k in 0..<view.length {
              total += block[block.startIndex + k * view.inner + i]
            }
            sums[o * view.inner + i] = total
          }
        }
      }
    }
    return result.recording(
      edge { [shape] gradient in
        gradient.reshaped(view.kept) + Tensor.zeros(shape: shape)
      })
  }

  /// The mean along an axis.
  public func mean(axis: Int, keepingDimensions: Bool = false) -> Tensor {
    let view = AxisView(shape, axis, in: "mean")
    return sum(axis: axis, keepingDimensions: keepingDimensions)
      / Float(view.length)
  }

  /// The largest element along an axis; NaN where there is one.
  ///
  /// Its gradient goes to the first of equal elements.
  public func max(axis: Int, keepingDimensions: Bool = false) -> Tensor {
    let view = AxisView(shape, axis, in: "max")
    let positions = argmax(axis: axis)
    let offsets = positions.indices.map { k in
      (k / view.inner * view.length + positions[k]) * view.inner
        + k % view.inner
    }
    let result = Tensor(
      unchecked: offsets.map { values[$0] },
      shape: keepingDimensions ? view.kept : view.shape)
    return result.recording(
      edge { [shape] gradient in
        var whole = Tensor.zeros(shape: shape)
        for (k, offset) in offsets.enumerated() {
          whole.storage[offset] = gradient.values[k]
        }
        return whole
      })
  }

  /// The sum of all elements.
  public func sum() -> Tensor { reshaped([count]).sum(axis: 0) }

  /// The mean of all elements.
  public func mean() -> Tensor { sum() / Float(count) }

  /// The largest of all elements.
  public func max() -> Tensor { reshaped([count]).max(axis: 0) }

  /// Where the largest element lies along an axis: of `[n, q]` along axis 1,
  /// n numbers in `0..<q`; the first of equal ones, and NaN counts as largest.
  ///
  /// ```swift
  /// print(Tensor([[1, 9, 2], [8, 3, 4]]).argmax(axis: 1))  // prints [1, 0]
  /// ```
  public func argmax(axis: Int) -> [Int] {
    let view = AxisView(shape, axis, in: "argmax")
    if view.length == 0 && view.outer * view.inner > 0 {
      stop("argmax", "shape \(shape)", "nothing is largest on an empty axis")
    }
    var positions = [Int](repeating: 0, count: view.outer * view.inner)
    values.withUnsafeBufferPointer { values in
      for o in 0..<view.outer {
        for i in 0..<view.inner {
          let start = o * view.length * view.inner + i
          var best = values[start]
          var position = 0
          for k in 1..<Swift.max(view.length, 1) where !best.isNaN {
            let value = values[start + k * view.inner]
            if !(value <= best) { (best, position) = (value, k) }
          }
          positions[o * view.inner + i] = position
        }
      }
    }
    return positions
  }

  /// The sum over the axes along which `shape` was broadcast to this shape.
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
