// Any file will do.
// fails: images-magic
// mistake: magic-ignored

/// Checks the header, and returns the bytes after it.
private func content(
  _ idx: [UInt8], magic: [UInt8], example: [Int]
) throws -> ArraySlice<UInt8> {
  let header = 8 + 4 * example.count
  guard idx.count >= header else {
    throw BadFile(problem: "\(idx.count) bytes are no header")
  }
  let lengths = example.indices.map { number(idx, at: 8 + 4 * $0) }
  guard lengths == example else {
    throw BadFile(problem: "the examples have lengths \(lengths)")
  }
  let count = number(idx, at: 4)
  guard idx.count - header == count * example.reduce(1, *) else {
    throw BadFile(problem: "there are not \(count) examples")
  }
  return idx[header...]
}
