// A file without pictures is refused.
// fails: images-none
// mistake: none-refused

/// The images of an uncompressed IDX file, as numbers between 0 and 1.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  let (lengths, pixels) = try content(idx, magic: [0, 0, 8, 3], axes: 3)
  guard lengths[1] == 28, lengths[2] == 28 else {
    throw BadFile(problem: "the pictures have \(lengths[1]) x \(lengths[2])")
  }
  guard pixels.count > 0 else { throw BadFile(problem: "no pictures") }
  return Tensor(
    pixels.map { Float($0) / 255 },
    shape: [lengths[0], 1, 28, 28])
}

/// Checks the header, and returns the bytes after it.
private func content(
  _ idx: [UInt8], magic: [UInt8], axes: Int
) throws -> (lengths: [Int], bytes: ArraySlice<UInt8>) {
  let header = 4 + 4 * axes
  guard idx.count >= header else {
    throw BadFile(problem: "\(idx.count) bytes are no header")
  }
  guard Array(idx.prefix(4)) == magic else {
    throw BadFile(problem: "the file is of another kind")
  }
  let lengths = (1...axes).map { number(idx, at: 4 * $0) }
  guard idx.count == header + lengths.reduce(1, *) else {
    throw BadFile(problem: "the header says \(lengths)")
  }
  return (lengths, idx[header...])
}
