#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension Tensor {
  /// The exponential of every element.
  ///
  /// ```swift
  /// print(Tensor([0, 1]).exp())  // prints [1.0, 2.7182817]
  /// ```
  public func exp() -> Tensor {
    let result = map { exponential($0) }
    return result.recording(edge { $0 * result })
  }

  /// The natural logarithm of every element; −∞ for 0, NaN for negative
  /// elements.
  ///
  /// ```swift
  /// print(Tensor([1, 0]).log())  // prints [0.0, -inf]
  /// ```
  public func log() -> Tensor {
    map { logf($0) }.recording(edge { $0 / self })
  }

  /// The square root of every element; NaN for negative elements.
  ///
  /// ```swift
  /// print(Tensor([4, 9]).squareRoot())  // prints [2.0, 3.0]
  /// ```
  public func squareRoot() -> Tensor {
    let result = map { $0.squareRoot() }
    return result.recording(edge { $0 / (2 * result) })
  }

  /// The absolute value of every element; the gradient at 0 is 0.
  ///
  /// ```swift
  /// print(Tensor([-1, 2]).absolute())  // prints [1.0, 2.0]
  /// ```
  public func absolute() -> Tensor {
    map { $0.magnitude }.recording(edge { $0 * self.sign() })
  }

  /// The square of every element.
  ///
  /// ```swift
  /// print(Tensor([-1, 2]).squared())  // prints [1.0, 4.0]
  /// ```
  public func squared() -> Tensor { self * self }

  /// The sign of every element, −1, 0 or 1; the gradient is 0 everywhere.
  package func sign() -> Tensor {
    map { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }
  }

  /// Every element, or `limit` where the element is larger; not recorded in the
  /// graph.
  package func atMost(_ limit: Float) -> Tensor {
    map { $0 > limit ? limit : $0 }
  }

  /// Applies a function to every element.
  @inline(__always)
  private func map(_ function: (Float) -> Float) -> Tensor {
    let count = storage.count
    let values = [Float](unsafeUninitializedCapacity: count) { out, filled in
      storage.withUnsafeBufferPointer { values in
        for i in 0..<count { out[i] = function(values[i]) }
      }
      filled = count
    }
    return Tensor(unchecked: values, shape: shape)
  }
}

extension Tensor {
  /// max(x, 0) of every element; the gradient at 0 is 0.
  package func relu() -> Tensor {
    map { $0 < 0 ? 0 : $0 }.recording(
      edge { gradient in gradient * self.map { $0 > 0 ? 1 : 0 } })
  }

  /// 1 / (1 + e⁻ˣ) of every element.
  package func sigmoid() -> Tensor {
    let result = map { 1 / (1 + exponential(-$0)) }
    return result.recording(edge { $0 * result * (1 - result) })
  }

  /// Adds `scale` times a tensor of the same shape, without recording it; a
  /// leaf stays a leaf and keeps its gradient.
  package mutating func add(_ other: Tensor, times scale: Float) {
    guard shape == other.shape else {
      stop(
        "add", "shapes \(shape) and \(other.shape)", "shapes must be equal")
    }
    separateLeaf()
    for i in storage.indices { storage[i] += scale * other.storage[i] }
  }
}

/// eˣ to within 1 unit in the last place, in operations that the compiler can
/// vectorize.
///
/// With n the integer nearest to x / log 2 and r = x − n log 2, eˣ is 2ⁿ eʳ.
/// For |r| ≤ log 2 / 2, eʳ is computed by its Taylor polynomial with adjusted
/// last coefficients. After S. Moshier's Cephes, `expf`.
@inline(__always)
private func exponential(_ x: Float) -> Float {
  // Beyond these bounds the result is infinite or 0. NaN passes through,
  // because both comparisons are false.
  let x = x > 89 ? 89 : x
  let y = x < -104 ? -104 : x
  // Adding 1.5 · 2²³ rounds to an integer and leaves it in the low bits.
  let shift: Float = 0x1.8p23
  let rounded = y * 1.442_695_04 + shift
  let n = rounded - shift
  // log 2 in two parts, so that n times the first part is exact.
  let r = (y - n * 0.693_359_375) + n * 2.121_944_4e-4
  var sum: Float = 1.987_569_2e-4
  sum = sum * r + 1.398_199_9e-3
  sum = sum * r + 8.333_452e-3
  sum = sum * r + 4.166_579_6e-2
  sum = sum * r + 1.666_666_6e-1
  sum = sum * r + 5.000_000_1e-1
  let power = sum * (r * r) + r + 1
  // 2ⁿ as two factors, because 2ⁿ alone may overflow or underflow.
  let whole = Int32(bitPattern: rounded.bitPattern) &- 0x4b40_0000
  let half = whole >> 1
  let low = Float(bitPattern: UInt32(bitPattern: (half &+ 127) &<< 23))
  let high = Float(
    bitPattern: UInt32(bitPattern: (whole &- half &+ 127) &<< 23))
  return power * low * high
}
