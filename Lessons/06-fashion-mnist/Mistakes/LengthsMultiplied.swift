// The lengths are multiplied before they are looked at.
// fails: images-dimensions
// mistake: crash-for-error

/// Checks the header, and returns the bytes after it.
private func content(
  _ idx: [UInt8], magic: [UInt8], example: [Int]
) throws -> ArraySlice<UInt8> {
  let header = 8 + 4 * example.count
  guard idx.count >= header else {
    throw BadFile(problem: "\(idx.count) bytes are no header")
  }
  guard Array(idx.prefix(4)) == magic else {
    throw BadFile(problem: "the file is of another kind")
  }
  let lengths = example.indices.map { number(idx, at: 8 + 4 * $0) }
  let count = number(idx, at: 4)
  guard idx.count - header == count * lengths.reduce(1, *) else {
    throw BadFile(problem: "there are not \(count) examples")
  }
  guard lengths == example else {
    throw BadFile(problem: "the examples have lengths \(lengths)")
  }
  return idx[header...]
}
