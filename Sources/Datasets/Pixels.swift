package import Tensors

extension FashionMNIST {
  /// The examples of these numbers: x `[n, 1, rows, columns]` in 0...1, and
  /// their n labels.
  package func batch(_ examples: [Int]) -> (x: Tensor, y: [Int]) {
    let size = rows * columns
    let pixels = [Float](
      unsafeUninitializedCapacity: examples.count * size
    ) { output, count in
      images.withUnsafeBufferPointer { images in
        guard let base = images.baseAddress, var out = output.baseAddress
        else { return }
        for example in examples {
          scale(base + example * size, into: out, count: size)
          out += size
        }
      }
      count = examples.count * size
    }
    return (
      Tensor(pixels, shape: [examples.count, 1, rows, columns]),
      examples.map { Int(labels[$0]) }
    )
  }
}

/// Writes byte / 255 for each byte, rounded as `Float` division rounds it.
///
/// A product is faster than a division, but 1/255 is no `Float`. Split in a
/// part of 16 bits, whose product with a byte is exact, and the small rest,
/// it gives the same 256 values as the division (a test compares them all).
@inline(__always)
func scale(
  _ bytes: UnsafePointer<UInt8>, into floats: UnsafeMutablePointer<Float>,
  count: Int
) {
  let high = Float(bitPattern: Float(1.0 / 255).bitPattern & 0xffff_ff00)
  let low = Float(1.0 / 255 - Double(high))
  for i in 0..<count {
    let byte = Float(Int32(bytes[i]))
    floats[i] = byte * high + byte * low
  }
}
