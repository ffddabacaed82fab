// Only the first label is looked at.
// fails: labels-range
// mistake: range-ignored

/// The labels of an uncompressed IDX file.
///
/// Throws if the file is not a file of labels, has fewer or more bytes than its
/// header says, or has a label outside 0..<10.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  let labels = try content(idx, magic: [0, 0, 8, 1], example: [])
  guard labels.prefix(1).allSatisfy({ $0 < 10 }) else {
    throw BadFile(problem: "a label lies outside 0..<10")
  }
  return labels.map { Int($0) }
}
