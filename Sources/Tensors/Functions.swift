#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension Tensor {
  /// e to the power of every element.
  ///
  /// ```swift
  /// print(Tensor([0, 1]).exp())  // prints [1.0, 2.7182817]
  /// ```
  public func exp() -> Tensor {
    let result = map { expf($0) }
    return result.recording(edge { $0 * result })
  }

  /// The natural logarithm of every element.
  public func log() -> Tensor {
    map { logf($0) }.recording(edge { $0 / self })
  }

  /// The square root of every element.
  public func squareRoot() -> Tensor {
    let result = map { $0.squareRoot() }
    return result.recording(edge { $0 / (2 * result) })
  }

  /// Every element without its sign; the gradient at 0 is 0.
  public func absolute() -> Tensor {
    map { $0.magnitude }.recording(edge { $0 * self.sign() })
  }

  /// The square of every element.
  public func squared() -> Tensor { self * self }

  /// −1, 0 or 1 for every element; its gradient is 0 everywhere.
  package func sign() -> Tensor {
    map { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }
  }

  /// A function of every element.
  @inline(__always)
  private func map(_ function: (Float) -> Float) -> Tensor {
    Tensor(shape: shape) { result in
      values.withUnsafeBufferPointer { values in
        for i in values.indices { result[i] = function(values[i]) }
      }
    }
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
    let result = map { 1 / (1 + expf(-$0)) }
    return result.recording(edge { $0 * result * (1 - result) })
  }

  /// Adds `scale` times a tensor of the same shape to the values, outside the
  /// graph; a tensor that tracks gradients stays the same leaf.
  package mutating func add(_ other: Tensor, times scale: Float) {
    guard shape == other.shape else {
      stop("add", "shapes \(shape) and \(other.shape)", "they must be equal")
    }
    for i in storage.indices { storage[i] += scale * other.storage[i] }
  }
}
