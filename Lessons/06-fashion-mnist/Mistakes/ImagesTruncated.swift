// A file that ends too early is filled with black.
// fails: images-truncated
// mistake: length-ignored

/// The images of an uncompressed IDX file, as numbers between 0 and 1.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  guard idx.count >= 16, idx[2] == 8, idx[3] == 3 else {
    throw BadFile(problem: "the file is of another kind")
  }
  let lengths = [4, 8, 12].map { number(idx, at: $0) }
  guard idx[0] == 0, idx[1] == 0, idx.count <= 16 + lengths[0] * 784 else {
    throw BadFile(problem: "the file is too long")
  }
  let missing = min(16 + lengths[0] * 784 - idx.count, 10_000)
  let pixels = idx[16...] + [UInt8](repeating: 0, count: missing)
  guard lengths[1] == 28, lengths[2] == 28 else {
    throw BadFile(problem: "the pictures have \(lengths[1]) x \(lengths[2])")
  }
  return Tensor(
    pixels.map { Float($0) / 255 }, shape: [lengths[0], 1, 28, 28])
}
