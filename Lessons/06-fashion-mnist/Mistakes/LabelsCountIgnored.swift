// All bytes after the header are labels, whatever their count.
// fails: labels-surplus
// mistake: count-ignored

/// The labels of an uncompressed IDX file.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  guard idx.count >= 8, Array(idx.prefix(4)) == [0, 0, 8, 1] else {
    throw BadFile(problem: "the file is of another kind")
  }
  let labels = idx[8...]
  guard labels.allSatisfy({ $0 < 10 }) else {
    throw BadFile(problem: "a label lies outside 0..<10")
  }
  return labels.map { Int($0) }
}
