// Elementwise arithmetic and comparisons with NumPy's broadcasting rules: axes
// are matched from the last one backward, and an axis that is missing or has
// length 1 is repeated.

extension Tensor {
  /// Adds two tensors element by element; their shapes must broadcast.
  ///
  /// ```swift
  /// print(Tensor([[1], [2]]) + Tensor([10, 20]))
  /// // prints [[11.0, 21.0],
  /// //         [12.0, 22.0]]
  /// ```
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    combine(a, b, "+") { $0 + $1 }.recording(a.edge { $0 }, b.edge { $0 })
  }

  /// Subtracts element by element.
  ///
  /// ```swift
  /// print(Tensor([5, 7]) - Tensor([1, 2]))  // prints [4.0, 5.0]
  /// ```
  public static func - (a: Tensor, b: Tensor) -> Tensor {
    combine(a, b, "-") { $0 - $1 }.recording(a.edge { $0 }, b.edge { -$0 })
  }

  /// Multiplies element by element; the matrix product is ``matmul(_:)``.
  ///
  /// ```swift
  /// print(Tensor([5, 7]) * Tensor([1, 2]))  // prints [5.0, 14.0]
  /// ```
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    combine(a, b, "*") { $0 * $1 }
      .recording(a.edge { $0 * b }, b.edge { $0 * a })
  }

  /// Divides element by element.
  ///
  /// ```swift
  /// print(Tensor([[2, 4], [3, 9]]) / Tensor([[2], [3]]))
  /// // prints [[1.0, 2.0],
  /// //         [1.0, 3.0]]
  /// ```
  public static func / (a: Tensor, b: Tensor) -> Tensor {
    let quotient = combine(a, b, "/") { $0 / $1 }
    return quotient.recording(
      a.edge { $0 / b }, b.edge { -($0 * quotient) / b })
  }

  /// The negative of every element.
  ///
  /// ```swift
  /// print(-Tensor([1, -2]))  // prints [-1.0, 2.0]
  /// ```
  public static prefix func - (x: Tensor) -> Tensor { x * -1 }

  /// Adds a number to every element.
  ///
  /// ```swift
  /// print(Tensor([1, 2]) + 10)  // prints [11.0, 12.0]
  /// ```
  public static func + (a: Tensor, b: Float) -> Tensor { a + Tensor(b) }
  /// Adds a number to every element.
  public static func + (a: Float, b: Tensor) -> Tensor { Tensor(a) + b }
  /// Subtracts a number from every element.
  public static func - (a: Tensor, b: Float) -> Tensor { a - Tensor(b) }
  /// Subtracts every element from a number.
  ///
  /// ```swift
  /// print(1 - Tensor([1, 2]))  // prints [0.0, -1.0]
  /// ```
  public static func - (a: Float, b: Tensor) -> Tensor { Tensor(a) - b }
  /// Multiplies every element by a number.
  public static func * (a: Tensor, b: Float) -> Tensor { a * Tensor(b) }
  /// Multiplies every element by a number.
  public static func * (a: Float, b: Tensor) -> Tensor { Tensor(a) * b }
  /// Divides every element by a number.
  public static func / (a: Tensor, b: Float) -> Tensor { a / Tensor(b) }
  /// Divides a number by every element.
  ///
  /// ```swift
  /// print(6 / Tensor([1, 2]))  // prints [6.0, 3.0]
  /// ```
  public static func / (a: Float, b: Tensor) -> Tensor { Tensor(a) / b }
}

extension Tensor {
  /// 1 where `a` is greater than `b` and 0 elsewhere; the gradient is 0.
  ///
  /// ```swift
  /// print(Tensor([1, 2, 3]) .> Tensor([2, 2, 2]))  // prints [0.0, 0.0, 1.0]
  /// ```
  ///
  /// The shapes must broadcast. A comparison with NaN gives 0.
  public static func .> (a: Tensor, b: Tensor) -> Tensor {
    combine(a, b, ".>") { $0 > $1 ? 1 : 0 }
  }

  /// 1 where `a` is greater than or equal to `b` and 0 elsewhere.
  public static func .>= (a: Tensor, b: Tensor) -> Tensor {
    combine(a, b, ".>=") { $0 >= $1 ? 1 : 0 }
  }

  /// 1 where `a` is less than `b` and 0 elsewhere.
  public static func .< (a: Tensor, b: Tensor) -> Tensor {
    combine(a, b, ".<") { $0 < $1 ? 1 : 0 }
  }

  /// 1 where `a` is less than or equal to `b` and 0 elsewhere.
  public static func .<= (a: Tensor, b: Tensor) -> Tensor {
    combine(a, b, ".<=") { $0 <= $1 ? 1 : 0 }
  }

  /// 1 where both elements are equal and 0 elsewhere; ``==(_:_:)`` compares the
  /// tensors as a whole.
  ///
  /// ```swift
  /// print(Tensor([1, 2, 3]) .== Tensor([3, 2, 3]))  // prints [0.0, 1.0, 1.0]
  /// ```
  public static func .== (a: Tensor, b: Tensor) -> Tensor {
    combine(a, b, ".==") { $0 == $1 ? 1 : 0 }
  }

  /// 1 where an element is greater than a number and 0 elsewhere.
  ///
  /// ```swift
  /// print(Tensor([-1, 2]) .> 0)  // prints [0.0, 1.0]
  /// ```
  public static func .> (a: Tensor, b: Float) -> Tensor { a .> Tensor(b) }
  /// 1 where a number is greater than an element and 0 elsewhere.
  public static func .> (a: Float, b: Tensor) -> Tensor { Tensor(a) .> b }
  /// 1 where an element is greater than or equal to a number and 0 elsewhere.
  public static func .>= (a: Tensor, b: Float) -> Tensor { a .>= Tensor(b) }
  /// 1 where a number is greater than or equal to an element and 0 elsewhere.
  public static func .>= (a: Float, b: Tensor) -> Tensor { Tensor(a) .>= b }
  /// 1 where an element is less than a number and 0 elsewhere.
  public static func .< (a: Tensor, b: Float) -> Tensor { a .< Tensor(b) }
  /// 1 where a number is less than an element and 0 elsewhere.
  public static func .< (a: Float, b: Tensor) -> Tensor { Tensor(a) .< b }
  /// 1 where an element is less than or equal to a number and 0 elsewhere.
  public static func .<= (a: Tensor, b: Float) -> Tensor { a .<= Tensor(b) }
  /// 1 where a number is less than or equal to an element and 0 elsewhere.
  public static func .<= (a: Float, b: Tensor) -> Tensor { Tensor(a) .<= b }
  /// 1 where an element is equal to a number and 0 elsewhere.
  public static func .== (a: Tensor, b: Float) -> Tensor { a .== Tensor(b) }
  /// 1 where a number is equal to an element and 0 elsewhere.
  public static func .== (a: Float, b: Tensor) -> Tensor { Tensor(a) .== b }
}

extension Tensor {
  /// Applies an elementwise operation to two broadcast operands.
  ///
  /// Always inlined, so that the compiler can vectorize the inner loops of each
  /// operation.
  @inline(__always)
  private static func combine(
    _ a: Tensor, _ b: Tensor, _ name: String,
    _ operation: (Float, Float) -> Float
  ) -> Tensor {
    let loops = Broadcast(a.shape, b.shape, in: name)
    let (rows, columns) = (loops.rows, loops.columns)
    let values = [Float](unsafeUninitializedCapacity: loops.count) {
      out, count in
      count = loops.count
      a.storage.withUnsafeBufferPointer { a in
        b.storage.withUnsafeBufferPointer { b in
          guard let out = out.baseAddress, let a = a.baseAddress,
            let b = b.baseAddress
          else { return }
          for block in 0..<loops.blockCount {
            let start = loops.start(ofBlock: block)
            var (out, a, b) = (out + start.result, a + start.a, b + start.b)
            for _ in 0..<rows.length {
              switch (columns.strideA, columns.strideB) {
              case (1, 1):
                for j in 0..<columns.length { out[j] = operation(a[j], b[j]) }
              case (1, _):
                let b = b[0]
                for j in 0..<columns.length { out[j] = operation(a[j], b) }
              case (_, 1):
                let a = a[0]
                for j in 0..<columns.length { out[j] = operation(a, b[j]) }
              default:
                out[0] = operation(a[0], b[0])
              }
              out += columns.length
              a += rows.strideA
              b += rows.strideB
            }
          }
        }
      }
    }
    return Tensor(unchecked: values, shape: loops.shape)
  }
}
