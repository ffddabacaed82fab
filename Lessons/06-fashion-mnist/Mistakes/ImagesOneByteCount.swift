// Only the last byte of a number is read.
// fails: images-many
// mistake: one-byte-count

/// A number of four bytes, high byte first.
private func number(_ idx: [UInt8], at place: Int) -> Int {
  idx[place + 3..<place + 4].reduce(0) { $0 * 256 + Int($1) }
}
