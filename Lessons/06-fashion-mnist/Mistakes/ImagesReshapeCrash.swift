// The tensor is made before the lengths are compared.
// fails: images-surplus
// mistake: crash-for-error

/// The images of an uncompressed IDX file, as numbers between 0 and 1.
///
/// The result has shape [n, 1, 28, 28]: n images of one channel, 28 rows and 28
/// columns. Throws if the file is not a file of images of 28 by 28 pixels, or
/// has fewer or more bytes than its header says.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  guard idx.count >= 16, Array(idx.prefix(4)) == [0, 0, 8, 3],
    number(idx, at: 8) == 28, number(idx, at: 12) == 28
  else { throw BadFile(problem: "the file is of another kind") }
  let pixels = Tensor(idx[16...].map { Float($0) / 255 })
  return pixels.reshaped([number(idx, at: 4), 1, 28, 28])
}
