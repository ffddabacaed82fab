extension Tensor {
  /// The matrix product: `[n, d]` · `[d, q]` → `[n, q]`.
  ///
  /// A vector counts as a row on the left and as a column on the right, and the
  /// result drops that axis.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).matmul(Tensor([10, 1])))
  /// // prints [12.0, 34.0]
  /// ```
  ///
  /// The inner lengths must be equal. Takes O(ndq) steps, in BLAS.
  public func matmul(_ other: Tensor) -> Tensor {
    guard 1...2 ~= rank, 1...2 ~= other.rank, shape.last == other.shape.first
    else {
      stop(
        "matmul", "shapes \(shape) and \(other.shape) do not multiply",
        "the first's last axis must be as long as the second's first axis")
    }
    let a = rank == 2 ? self : reshaped([1, count])
    let b = other.rank == 2 ? other : other.reshaped([other.count, 1])
    let product = Tensor.product(a, b).recording(
      a.edge { Tensor.product($0, b, transposingB: true) },
      b.edge { Tensor.product(a, $0, transposingA: true) })
    if rank == 2 && other.rank == 2 { return product }
    return product.reshaped(shape.dropLast() + other.shape.dropFirst())
  }

  /// The product of two matrices, each optionally transposed.
  private static func product(
    _ a: Tensor, _ b: Tensor,
    transposingA: Bool = false, transposingB: Bool = false
  ) -> Tensor {
    let n = a.shape[transposingA ? 1 : 0]
    let d = a.shape[transposingA ? 0 : 1]
    let q = b.shape[transposingB ? 0 : 1]
    if d == 0 { return zeros(shape: [n, q]) }
    return Tensor(shape: [n, q]) { result in
      a.values.withUnsafeBufferPointer { a in
        b.values.withUnsafeBufferPointer { b in
          guard let a = a.baseAddress, let b = b.baseAddress,
            let result = result.baseAddress, n * q > 0
          else { return }
          BLAS.multiply(
            BLAS.Matrix(values: a, isTransposed: transposingA),
            BLAS.Matrix(values: b, isTransposed: transposingB),
            n: n, d: d, q: q, into: result)
        }
      }
    }
  }
}
