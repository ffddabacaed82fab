// The low byte of a number is read first.
// fails: images-values
// mistake: little-endian

/// A number of four bytes, high byte first.
private func number(_ idx: [UInt8], at place: Int) -> Int {
  idx[place..<place + 4].reversed().reduce(0) { $0 * 256 + Int($1) }
}
