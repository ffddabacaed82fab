#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// The matrix product of the system's BLAS library.
///
/// The library is loaded by the first product that is large enough to need it:
/// most commands and many exercises never multiply, and loading OpenBLAS takes
/// longer than showing a lesson.
struct BLAS: Sendable {
  /// `cblas_sgemm`: order, transpositions, sizes, α, a, b, β, result.
  private typealias Gemm =
    @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Float,
      UnsafePointer<Float>?, Int32, UnsafePointer<Float>?, Int32, Float,
      UnsafeMutablePointer<Float>?, Int32
    ) -> Void

  private let gemm: Gemm?

  private static let loaded = BLAS()

  /// Products of at most this many terms do not load the library.
  private static let fewProducts = 32_768

  private init() {
    let library = Self.names.lazy.compactMap { dlopen($0, RTLD_NOW) }.first
    guard let library, let symbol = dlsym(library, "cblas_sgemm") else {
      gemm = nil
      return
    }
    gemm = unsafeBitCast(symbol, to: Gemm.self)
    // At the sizes of this course, OpenBLAS's own threads cost more than they
    // save.
    if let threads = dlsym(library, "openblas_set_num_threads") {
      typealias Setter = @convention(c) (Int32) -> Void
      unsafeBitCast(threads, to: Setter.self)(1)
    }
  }

  private static let names = [
    "libopenblas.so.0", "libopenblas.so", "libcblas.so.3",
    "/System/Library/Frameworks/Accelerate.framework/Accelerate",
  ]

  /// Writes the matrix product of a (n × d) and b (d × q) to `result`; the
  /// sizes are those after transposing.
  ///
  /// Uses plain loops for small products and where the system has no BLAS.
  static func multiply(
    _ a: Matrix, _ b: Matrix, n: Int, d: Int, q: Int,
    into result: UnsafeMutablePointer<Float>
  ) {
    guard n * d * q > Self.fewProducts, let gemm = Self.loaded.gemm else {
      multiplyByLoops(a, b, n: n, d: d, q: q, into: result)
      return
    }
    let (rowMajor, asIs, transposed) = (Int32(101), Int32(111), Int32(112))
    gemm(
      rowMajor, a.isTransposed ? transposed : asIs,
      b.isTransposed ? transposed : asIs, Int32(n), Int32(q), Int32(d), 1,
      a.values, Int32(a.isTransposed ? n : d),
      b.values, Int32(b.isTransposed ? d : q), 0, result, Int32(q))
  }

  /// A row-major matrix, and whether the product uses its transpose.
  struct Matrix {
    let values: UnsafePointer<Float>
    let isTransposed: Bool
  }
}

/// Multiplies without a library, and reads memory in order where it can.
func multiplyByLoops(
  _ a: BLAS.Matrix, _ b: BLAS.Matrix, n: Int, d: Int, q: Int,
  into result: UnsafeMutablePointer<Float>
) {
  // The distances in memory between neighbors in a row and in a column.
  let (aRow, aColumn) = a.isTransposed ? (n, 1) : (1, d)
  let (bRow, bColumn) = b.isTransposed ? (d, 1) : (1, q)
  for i in 0..<n {
    let row = result + i * q
    if bRow == 1 && q > 1 {
      for j in 0..<q { row[j] = 0 }
      for k in 0..<d {
        let factor = a.values[i * aColumn + k * aRow]
        let others = b.values + k * bColumn
        for j in 0..<q { row[j] += factor * others[j] }
      }
    } else {
      for j in 0..<q {
        row[j] = dot(
          a.values + i * aColumn, aRow, b.values + j * bRow, bColumn, count: d)
      }
    }
  }
}

/// The dot product of two rows whose elements lie `aStep` and `bStep` apart.
private func dot(
  _ a: UnsafePointer<Float>, _ aStep: Int, _ b: UnsafePointer<Float>,
  _ bStep: Int, count: Int
) -> Float {
  // Eight sums side by side, because each addition must wait for the last.
  var sums = SIMD8<Float>()
  var k = 0
  if aStep == 1 && bStep == 1 {
    while k + 8 <= count {
      let x = UnsafeRawPointer(a + k).loadUnaligned(as: SIMD8<Float>.self)
      let y = UnsafeRawPointer(b + k).loadUnaligned(as: SIMD8<Float>.self)
      sums += x * y
      k += 8
    }
  }
  var sum = sums.sum()
  while k < count {
    sum += a[k * aStep] * b[k * bStep]
    k += 1
  }
  return sum
}
