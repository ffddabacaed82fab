package import Tensors

extension FashionMNIST {
  /// The examples of these numbers: x `[n, 1, rows, columns]` in 0...1, and
  /// their n labels.
  package func batch(
    _ examples: [Int], resize: Resize? = nil
  ) -> (x: Tensor, y: [Int]) {
    if let resize {
      return resized(examples, by: resize).batch(Array(examples.indices))
    }
    let size = rows * columns
    let pixels = [Float](
      unsafeUninitializedCapacity: examples.count * size
    ) { floats, count in
      gather(examples, size: size, into: floats)
      count = examples.count * size
    }
    return (
      Tensor(pixels, shape: [examples.count, 1, rows, columns]),
      examples.map { Int(labels[$0]) }
    )
  }

  /// The examples of these numbers alone, in another size.
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
  /// Where an example lies in memory is random, so that reading it means
  /// waiting. To copy some bytes first lets many such reads wait together;
  /// what is converted then is near.
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
