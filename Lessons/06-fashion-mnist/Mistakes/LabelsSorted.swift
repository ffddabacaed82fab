// The labels lose their order.
// fails: labels-values
// mistake: sorted

/// The labels of an uncompressed IDX file.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  let (_, labels) = try content(idx, magic: [0, 0, 8, 1], axes: 1)
  guard labels.allSatisfy({ $0 < 10 }) else {
    throw BadFile(problem: "a label lies outside 0..<10")
  }
  return labels.sorted().map { Int($0) }
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
