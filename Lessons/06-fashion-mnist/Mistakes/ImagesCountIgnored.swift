// The count comes from the length of the file.
// fails: images-surplus
// mistake: count-ignored

/// The images of an uncompressed IDX file, as numbers between 0 and 1.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  guard idx.count >= 16, Array(idx.prefix(4)) == [0, 0, 8, 3],
    idx.count % 784 == 16
  else {
    throw BadFile(problem: "the file is of another kind")
  }
  let pixels = idx[16...]
  let lengths = [pixels.count / 784, number(idx, at: 8), number(idx, at: 12)]
  guard lengths[1] == 28, lengths[2] == 28 else {
    throw BadFile(problem: "the pictures have \(lengths[1]) x \(lengths[2])")
  }
  return Tensor(
    pixels.map { Float($0) / 255 }, shape: [lengths[0], 1, 28, 28])
}
