extension Tensor {
  /// The same elements in the same order, in another shape.
  ///
  /// The number of elements must stay the same. One length may be −1; it is
  /// then computed from the others.
  ///
  /// ```swift
  /// print(Tensor.zeros(shape: [2, 1, 3]).reshaped([2, -1]).shape)
  /// // prints [2, 3]
  /// ```
  public func reshaped(_ newShape: [Int]) -> Tensor {
    let target = resolved(newShape)
    return Tensor(unchecked: values, shape: target).recording(
      edge { [shape] in $0.reshaped(shape) })
  }

  private func resolved(_ newShape: [Int]) -> [Int] {
    guard let unknown = newShape.firstIndex(of: -1) else {
      let newCount = Tensor.count(of: newShape, in: "reshaped")
      guard newCount == count else { refuseReshape(newShape) }
      return newShape
    }
    var target = newShape
    target[unknown] = 1
    if target.contains(-1) {
      stop(
        "reshaped", "shapes \(shape) and \(newShape)",
        "only one length may be -1")
    }
    let known = Tensor.count(of: target, in: "reshaped")
    guard known > 0, count % known == 0 else { refuseReshape(newShape) }
    target[unknown] = count / known
    return target
  }

  private func refuseReshape(_ newShape: [Int]) -> Never {
    stop(
      "reshaped", "shapes \(shape) and \(newShape)",
      "both must have the same number of elements")
  }

  /// The transpose of a matrix: `[n, d]` → `[d, n]`.
  ///
  /// ```swift
  /// print(Tensor([[1, 2, 3]]).transposed().shape)  // prints [3, 1]
  /// ```
  public func transposed() -> Tensor {
    guard rank == 2 else {
      stop("transposed", "shape \(shape)", "only a matrix has a transpose")
    }
    let (n, d) = (shape[0], shape[1])
    let result = Tensor(shape: [d, n]) { result in
      values.withUnsafeBufferPointer { values in
        for i in 0..<n {
          for j in 0..<d { result[j * n + i] = values[i * d + j] }
        }
      }
    }
    return result.recording(edge { $0.transposed() })
  }

  /// The element at index `labels[i]` of each row i: `[n, q]` and n labels in
  /// `0..<q` give `[n]`.
  ///
  /// PyTorch's `gather` does the same.
  ///
  /// ```swift
  /// print(Tensor([[1, 2, 3], [4, 5, 6]]).picking([0, 2]))
  /// // prints [1.0, 6.0]
  /// ```
  public func picking(_ labels: [Int]) -> Tensor {
    checkLabels(labels, in: "picking")
    let q = shape[1]
    let picked = storage.withUnsafeBufferPointer { values in
      labels.indices.map { values[$0 * q + labels[$0]] }
    }
    return Tensor(picked).recording(
      edge { [shape] gradient in
        var whole = Tensor.zeros(shape: shape)
        for (i, label) in labels.enumerated() {
          whole.storage[i * q + label] = gradient.values[i]
        }
        return whole
      })
  }

  /// Stops unless this is a matrix `[n, q]` with n labels in `0..<q`.
  func checkLabels(
    _ labels: [Int], ignoring ignored: Int? = nil, in operation: String
  ) {
    guard rank == 2, shape[0] == labels.count else {
      stop(
        operation, "shape \(shape) and \(labels.count) labels",
        "there must be one label for each row of a matrix")
    }
    let q = shape[1]
    for i in labels.indices
    where (labels[i] < 0 || labels[i] >= q) && labels[i] != ignored {
      stop(
        operation, "label \(labels[i]) of row \(i) and shape \(shape)",
        "a label must lie in 0..<\(q)")
    }
  }
}
