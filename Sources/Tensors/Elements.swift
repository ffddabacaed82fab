extension Tensor {
  /// The element of a tensor that has exactly one.
  ///
  /// ```swift
  /// print(Tensor([1, 2, 3]).sum().item)  // prints 6.0
  /// ```
  public var item: Float {
    guard count == 1 else {
      stop("item", "shape \(shape)", "the tensor must have one element")
    }
    return values[0]
  }

  /// Element `i` of a vector of shape `[d]`; `i` must lie in `0..<d`.
  ///
  /// ```swift
  /// print(Tensor([5, 6])[1])  // prints 6.0
  /// ```
  @inlinable
  public subscript(i: Int) -> Float {
    get { values[offset(i)] }
    set { write(newValue, at: offset(i)) }
  }

  /// The element in row `i` and column `j` of a matrix of shape `[n, d]`.
  ///
  /// ```swift
  /// var x = Tensor.zeros(shape: [2, 2])
  /// x[0, 1] = 5
  /// print(x[0, 1])  // prints 5.0
  /// ```
  @inlinable
  public subscript(i: Int, j: Int) -> Float {
    get { values[offset(i, j)] }
    set { write(newValue, at: offset(i, j)) }
  }

  /// An element of a tensor with three axes or more; takes one index per axis.
  ///
  /// ```swift
  /// print(Tensor([1, 2, 3, 4], shape: [2, 1, 2])[1, 0, 1])  // prints 4.0
  /// ```
  ///
  /// Three indices are spelled out because `Int...` alone would also accept one
  /// or two, and a closure such as `{ x[$0, $0] }` would be ambiguous.
  public subscript(i: Int, j: Int, k: Int, rest: Int...) -> Float {
    get { values[offset([i, j, k] + rest)] }
    set { write(newValue, at: offset([i, j, k] + rest)) }
  }

  @inlinable
  func offset(_ i: Int) -> Int {
    guard shape.count == 1, 0 <= i, i < shape[0] else { outOfRange([i]) }
    return i
  }

  @inlinable
  func offset(_ i: Int, _ j: Int) -> Int {
    guard shape.count == 2, 0 <= i, i < shape[0], 0 <= j, j < shape[1] else {
      outOfRange([i, j])
    }
    return i * shape[1] + j
  }

  private func offset(_ indices: [Int]) -> Int {
    guard indices.count == rank else { outOfRange(indices) }
    var offset = 0
    for (index, length) in zip(indices, shape) {
      guard 0 <= index, index < length else { outOfRange(indices) }
      offset = offset * length + index
    }
    return offset
  }

  @inlinable
  mutating func write(_ value: Float, at offset: Int) {
    if node != nil { prepareToWriteElement() }
    storage[offset] = value
  }

  @usableFromInline
  func outOfRange(_ indices: [Int]) -> Never {
    stop(
      "subscript", "element \(indices) of shape \(shape)",
      "give one index for each axis, from 0 up to but excluding its length")
  }

  /// Row `i` of a matrix, `[n, d]` → `[d]`, with `i` in `0..<n`; for any other
  /// tensor, its part at index `i` of the first axis.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).row(1))  // prints [3.0, 4.0]
  /// ```
  public func row(_ i: Int) -> Tensor {
    guard rank > 0, 0 <= i, i < shape[0] else {
      stop("row", "row \(i) of shape \(shape)", "there is no such row")
    }
    return part(i..<i + 1, shape: Array(shape.dropFirst()))
  }

  /// The rows in a range, `[n, d]` → `[k, d]` for k rows; for any other tensor,
  /// its parts at these indices of the first axis.
  ///
  /// ```swift
  /// let x = Tensor([[1, 2], [3, 4], [5, 6]])
  /// print(x[0..<2])
  /// // prints [[1.0, 2.0],
  /// //         [3.0, 4.0]]
  /// print(x[2...])  // prints [[5.0, 6.0]]
  /// ```
  ///
  /// The range must lie in `0...n`.
  public subscript(rows: some RangeExpression<Int>) -> Tensor {
    let n = shape.first ?? 0
    // Both ends that may be missing are replaced by those of the axis.
    let found = rows.relative(to: Int.min..<Int.max)
    let lower = found.lowerBound == .min ? 0 : found.lowerBound
    let upper = found.upperBound == .max ? n : found.upperBound
    guard rank > 0, 0 <= lower, lower <= upper, upper <= n else {
      stop(
        "subscript", "rows \(lower)..<\(upper) of shape \(shape)",
        "the range must lie in 0...\(n)")
    }
    return part(lower..<upper, shape: [upper - lower] + shape.dropFirst())
  }

  /// The rows with these indices, which must exist; not recorded in the graph.
  package func rows(_ indices: [Int]) -> Tensor {
    let width = shape.dropFirst().reduce(1, *)
    let rest = shape.dropFirst()
    return Tensor(shape: [indices.count] + rest) { result in
      storage.withUnsafeBufferPointer { values in
        for (k, i) in indices.enumerated() {
          _ = UnsafeMutableBufferPointer(
            rebasing: result[k * width..<(k + 1) * width]
          ).initialize(fromContentsOf: values[i * width..<(i + 1) * width])
        }
      }
    }
  }

  /// Consecutive rows, in the given shape.
  private func part(_ rows: Range<Int>, shape newShape: [Int]) -> Tensor {
    let width = shape.dropFirst().reduce(1, *)
    let range = rows.lowerBound * width..<rows.upperBound * width
    return Tensor(unchecked: Array(storage[range]), shape: newShape).recording(
      edge { [shape] gradient in
        var whole = Tensor.zeros(shape: shape)
        whole.storage.replaceSubrange(range, with: gradient.storage)
        return whole
      })
  }
}

extension Tensor {
  /// Stacks tensors of equal shape along a new first axis: n rows of shape
  /// `[d]` give `[n, d]`.
  ///
  /// ```swift
  /// print(Tensor(rows: [Tensor([1, 2]), Tensor([3, 4])]).shape)
  /// // prints [2, 2]
  /// ```
  public init(rows: [Tensor]) {
    let shape = rows.first?.shape ?? [0]
    for (i, row) in rows.enumerated() where row.shape != shape {
      stop(
        "Tensor(rows:)",
        "shapes \(shape) of row 0 and \(row.shape) of row \(i)",
        "all rows must have the same shape")
    }
    let stacked = Tensor(
      unchecked: rows.flatMap(\.values), shape: [rows.count] + shape)
    self = stacked.recording(
      rows.indices.map { i in rows[i].edge { $0.row(i) } })
  }
}
