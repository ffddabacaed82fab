package import Tensors

/// An IDX file made for a check, valid or not.
package struct IDXFile: Sendable {
  package var magic: [UInt8]
  package var lengths: [Int]
  package var content: [UInt8]

  package var bytes: [UInt8] {
    let numbers = lengths.flatMap { length in
      [24, 16, 8, 0].map { UInt8(length >> $0 & 255) }
    }
    return magic + numbers + content
  }

  package static func images(
    _ pixels: [UInt8], count: Int, rows: Int = 28, columns: Int = 28
  ) -> IDXFile {
    IDXFile(
      magic: [0, 0, 8, 3], lengths: [count, rows, columns], content: pixels)
  }

  package static func labels(_ labels: [UInt8]) -> IDXFile {
    IDXFile(magic: [0, 0, 8, 1], lengths: [labels.count], content: labels)
  }
}

extension IDXFile {
  /// The parts of a file that has a whole header.
  package init(_ bytes: [UInt8], header: Int) {
    magic = Array(bytes.prefix(4))
    lengths = stride(from: 4, to: header, by: 4).map { number(bytes, at: $0) }
    content = Array(bytes.dropFirst(header))
  }
}

/// A number of four bytes; those that are missing are left out.
private func number(_ bytes: [UInt8], at place: Int) -> Int {
  bytes.dropFirst(place).prefix(4).reduce(0) { $0 << 8 | Int($1) }
}

extension SeededGenerator {
  package mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(below(256)) }
  }

  package mutating func labels(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(below(10)) }
  }

  /// Images of noise whose highest byte is `brightest`.
  package mutating func pictureFile(
    count: Int, brightest: Int = 255
  ) -> IDXFile {
    var pixels = (0..<count * 784).map { _ in UInt8(below(brightest + 1)) }
    pixels[below(pixels.count)] = UInt8(brightest)
    return .images(pixels, count: count)
  }
}

/// The bytes after the header of a valid file.
package func content(
  of idx: [UInt8], magic: [UInt8], example: [Int]
) throws -> ArraySlice<UInt8> {
  let header = 8 + 4 * example.count
  let lengths = stride(from: 4, to: header, by: 4).map { number(idx, at: $0) }
  guard idx.count >= header, idx.starts(with: magic),
    Array(lengths.dropFirst()) == example,
    idx.count == header + lengths[0] * example.reduce(1, *)
  else { throw NotWhole() }
  return idx[header...]
}

/// An error for an invalid file.
package struct NotWhole: Error {
  package init() {}
}

/// The pixels of a valid file as numbers from 0 to 1.
package func pixelsByHand(_ idx: [UInt8]) throws -> Tensor {
  let pixels = try content(of: idx, magic: [0, 0, 8, 3], example: [28, 28])
  return scaled(pixels, count: pixels.count / 784)
}

/// Bytes as numbers from 0 to 1, in a tensor of `count` images.
package func scaled(_ pixels: some Collection<UInt8>, count: Int) -> Tensor {
  Tensor(pixels.map { Float($0) / 255 }, shape: [count, 1, 28, 28])
}
