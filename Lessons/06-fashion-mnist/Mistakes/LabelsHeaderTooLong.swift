// The header of labels is taken for 9 bytes long.
// fails: labels-example
// mistake: header-length

/// The labels of an uncompressed IDX file.
///
/// Throws if the file is not a file of labels, has fewer or more bytes than its
/// header says, or has a label outside 0..<10.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  guard idx.count > 8, Array(idx.prefix(4)) == [0, 0, 8, 1] else {
    throw BadFile(problem: "the file is of another kind")
  }
  let labels = idx[9...]
  guard labels.count == number(idx, at: 4) else {
    throw BadFile(problem: "the header says another number")
  }
  guard labels.allSatisfy({ $0 < 10 }) else {
    throw BadFile(problem: "a label lies outside 0..<10")
  }
  return labels.map { Int($0) }
}
