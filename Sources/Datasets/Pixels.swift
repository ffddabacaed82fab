package import Tensors

extension FashionMNIST {
  /// The images with these indices, of shape `[n, 1, rows, columns]` in 0...1.
  package func inputs(_ examples: [Int], resize: Resize? = nil) -> Tensor {
    if let resize {
      return resized(examples, by: resize).inputs(Array(examples.indices))
    }
    let size = rows * columns
    let pixels = [Float](
      unsafeUninitializedCapacity: examples.count * size
    ) { floats, count in
      gather(examples, size: size, into: floats)
      count = examples.count * size
    }
    return Tensor(pixels, shape: [examples.count, 1, rows, columns])
  }

  /// A data set of only the examples with these indices, resized.
  private func resized(_ examples: [Int], by resize: Resize) -> FashionMNIST {
    let size = rows * columns
    let chosen = examples.flatMap { images[$0 * size..<($0 + 1) * size] }
    return FashionMNIST(
      images: resize(chosen, rows: rows, columns: columns),
      labels: examples.map { labels[$0] },
      rows: resize.rows, columns: resize.columns)
  }

  /// Writes the pixels of `examples` as numbers, a few images at a time.
  ///
  /// The examples lie at random places in memory, so each read waits. Copying
  /// the bytes of several images first lets these waits overlap; the conversion
  /// then reads bytes that are in the cache.
  private func gather(
    _ examples: [Int], size: Int, into floats: UnsafeMutableBufferPointer<Float>
  ) {
    let group = 32
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: group * size) {
      bytes in
      images.withUnsafeBufferPointer { images in
        guard let images = images.baseAddress, let bytes = bytes.baseAddress,
          let floats = floats.baseAddress
        else { return }
        for start in stride(from: 0, to: examples.count, by: group) {
          let members = examples[start...].prefix(group)
          for (i, example) in members.enumerated() {
            (bytes + i * size).initialize(
              from: images + example * size, count: size)
          }
          scale(bytes, into: floats + start * size, count: members.count * size)
        }
      }
    }
  }
}

/// Writes byte / 255 for each byte, rounded as `Float` division rounds it.
///
/// Multiplying is faster than dividing, but 1/255 is not a `Float`. It is split
/// into a part of 16 bits, whose product with a byte is exact, and a small
/// remainder. This gives the same 256 values as the division, as a test
/// confirms.
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
