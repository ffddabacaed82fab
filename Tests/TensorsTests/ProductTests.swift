import Testing

@testable import Tensors

/// Small whole numbers, whose products a Float holds exactly: the loops, the
/// library and the definition agree to the last bit.
@Suite("Products")
struct ProductTests {
  private func matrix(_ rows: Int, _ columns: Int, _ seed: UInt64) -> [[Int]] {
    var random = SeededGenerator(seed: seed)
    return (0..<rows).map { _ in (0..<columns).map { _ in random.below(9) - 4 }
    }
  }

  private func transposed(_ x: [[Int]], columns: Int) -> [[Int]] {
    (0..<columns).map { j in x.map { $0[j] } }
  }

  @Test(arguments: [
    (1, 1, 1), (2, 3, 4), (1, 9, 1), (5, 17, 1), (1, 20, 6), (3, 8, 2),
    (7, 16, 11), (40, 50, 30),
  ])
  func areSumsOfProducts(n: Int, d: Int, q: Int) {
    let (a, b) = (matrix(n, d, 1), matrix(d, q, 2))
    let right = (0..<n).map { i in
      (0..<q).map { j in (0..<d).reduce(0) { $0 + a[i][$1] * b[$1][j] } }
    }.flatMap(\.self)
    for transposes in [
      (false, false), (true, false), (false, true), (true, true),
    ] {
      let left = (transposes.0 ? transposed(a, columns: d) : a)
      let other = (transposes.1 ? transposed(b, columns: q) : b)
      for multiply in [multiplyByLoops, BLAS.multiply] {
        let result = product(
          left.flatMap(\.self), other.flatMap(\.self), n, d, q, transposes,
          multiply)
        #expect(result == right.map { Float($0) }, "\(transposes)")
      }
    }
  }

  private func product(
    _ a: [Int], _ b: [Int], _ n: Int, _ d: Int, _ q: Int,
    _ transposes: (Bool, Bool),
    _ multiply: (
      BLAS.Matrix, BLAS.Matrix, Int, Int, Int, UnsafeMutablePointer<Float>
    ) -> Void
  ) -> [Float] {
    var result = [Float](repeating: .nan, count: n * q)
    a.map { Float($0) }.withUnsafeBufferPointer { a in
      b.map { Float($0) }.withUnsafeBufferPointer { b in
        result.withUnsafeMutableBufferPointer { result in
          guard let a = a.baseAddress, let b = b.baseAddress,
            let start = result.baseAddress
          else { return }
          multiply(
            BLAS.Matrix(values: a, isTransposed: transposes.0),
            BLAS.Matrix(values: b, isTransposed: transposes.1), n, d, q, start)
        }
      }
    }
    return result
  }
}
