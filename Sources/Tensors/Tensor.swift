/// An n-dimensional array of `Float`, row-major, with value semantics.
///
/// ```swift
/// let x = Tensor([[1, 2, 3], [4, 5, 6]])
/// print(x.shape, x.sum(axis: 1))  // prints [2, 3] [6.0, 15.0]
/// ```
///
/// In shapes, n is the number of examples, d of features and q of classes. A
/// tensor that tracks gradients also refers to its node in the computation
/// graph. A copy shares that node until one of the two is written to; from then
/// on they share nothing, not even a gradient.
public struct Tensor: Sendable {
  /// The lengths of the axes; `[]` for a single number.
  ///
  /// ```swift
  /// print(Tensor([[1, 2, 3]]).shape)  // prints [1, 3]
  /// ```
  public let shape: [Int]

  /// The elements in row-major order: the last axis runs fastest.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).values)  // prints [1.0, 2.0, 3.0, 4.0]
  /// ```
  @inlinable
  public var values: [Float] { storage }

  @usableFromInline
  package var storage: [Float]

  /// The node in the graph, if gradients are tracked.
  @usableFromInline
  var node: Node?

  /// A tensor of the given values and shape; the number of values must be the
  /// product of the shape.
  ///
  /// ```swift
  /// print(Tensor([1, 2, 3, 4], shape: [2, 2])[1, 0])  // prints 3.0
  /// ```
  public init(_ values: [Float], shape: [Int]) {
    let count = Tensor.count(of: shape, in: "Tensor(_:shape:)")
    if count != values.count {
      stop(
        "Tensor(_:shape:)", "shape \(shape) and \(values.count) values",
        "the product of the shape must equal the number of values")
    }
    self.init(unchecked: values, shape: shape)
  }

  /// A vector of d values: shape `[d]`.
  ///
  /// ```swift
  /// print(Tensor([1, 2, 3]).shape)  // prints [3]
  /// ```
  public init(_ values: [Float]) {
    self.init(unchecked: values, shape: [values.count])
  }

  /// A matrix of n rows of d values each: shape `[n, d]`.
  ///
  /// ```swift
  /// print(Tensor([[1, 2, 3], [4, 5, 6]]).shape)  // prints [2, 3]
  /// ```
  ///
  /// All rows must have the same length. (`Tensor([])` is a vector, because
  /// this overload is disfavored.)
  @_disfavoredOverload
  public init(_ rows: [[Float]]) {
    let width = rows.first?.count ?? 0
    for (i, row) in rows.enumerated() where row.count != width {
      stop(
        "Tensor(_:)", "row 0 has \(width) values, row \(i) has \(row.count)",
        "all rows must have the same length")
    }
    self.init(unchecked: rows.flatMap { $0 }, shape: [rows.count, width])
  }

  /// A single number, of shape `[]`.
  ///
  /// ```swift
  /// print(Tensor(7), Tensor(7).shape)  // prints 7.0 []
  /// ```
  public init(_ scalar: Float) {
    self.init(unchecked: [scalar], shape: [])
  }

  /// A tensor of values and a shape that are known to agree.
  init(unchecked values: [Float], shape: [Int]) {
    self.shape = shape
    self.storage = values
  }

  /// A tensor of this shape; the closure must write every element.
  @inline(__always)
  init(shape: [Int], writing: (UnsafeMutableBufferPointer<Float>) -> Void) {
    var count = 1
    for length in shape { count *= length }
    self.init(
      unchecked: [Float](unsafeUninitializedCapacity: count) {
        writing(UnsafeMutableBufferPointer(rebasing: $0[..<count]))
        $1 = count
      }, shape: shape)
  }

  /// A tensor of zeros; no length may be negative.
  ///
  /// ```swift
  /// print(Tensor.zeros(shape: [3]))  // prints [0.0, 0.0, 0.0]
  /// ```
  public static func zeros(shape: [Int]) -> Tensor {
    filled(with: 0, shape: shape, in: "zeros")
  }

  /// A tensor of ones; no length may be negative.
  ///
  /// ```swift
  /// print(Tensor.ones(shape: [1, 2]))  // prints [[1.0, 1.0]]
  /// ```
  public static func ones(shape: [Int]) -> Tensor {
    filled(with: 1, shape: shape, in: "ones")
  }

  private static func filled(
    with value: Float, shape: [Int], in operation: String
  ) -> Tensor {
    let count = count(of: shape, in: operation)
    return Tensor(
      unchecked: [Float](repeating: value, count: count), shape: shape)
  }

  /// The number of elements of a shape.
  ///
  /// Stops the program if a length is negative or the product overflows.
  static func count(of shape: [Int], in operation: String) -> Int {
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      if length < 0 || overflow {
        stop(operation, "shape \(shape)", "this is not the shape of a tensor")
      }
      count = product
    }
    return count
  }

  /// The number of axes: 0 for a number, 1 for a vector, 2 for a matrix.
  ///
  /// ```swift
  /// print(Tensor([[1, 2]]).rank)  // prints 2
  /// ```
  public var rank: Int { shape.count }

  /// The number of elements, the product of the shape.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]).count)  // prints 4
  /// ```
  public var count: Int { values.count }
}

extension Tensor: Equatable {
  /// Whether shapes and values are equal; NaN equals nothing.
  ///
  /// ```swift
  /// print(Tensor([1, 2]) == Tensor([[1, 2]]))  // prints false
  /// ```
  public static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape && a.values == b.values
  }

  /// Whether the shapes are equal and each element is within `tolerance` of the
  /// other's, relative to the other's size where that is above 1.
  ///
  /// ```swift
  /// print(Tensor([1, 200]).isClose(to: Tensor([1.00001, 200.001])))
  /// // prints true
  /// ```
  ///
  /// Equal infinities are close; NaN is close to nothing.
  public func isClose(to other: Tensor, tolerance: Float = 1e-4) -> Bool {
    shape == other.shape
      && zip(values, other.values).allSatisfy { a, b in
        a == b
          || (a - b).magnitude <= tolerance * Swift.max(1, b.magnitude)
            && b.isFinite
      }
  }
}
