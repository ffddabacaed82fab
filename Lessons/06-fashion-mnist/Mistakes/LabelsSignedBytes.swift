// Bytes of 128 and more are taken for negative numbers.
// fails: labels-values
// mistake: signed-bytes

/// A number of four bytes, high byte first.
private func number(_ idx: [UInt8], at place: Int) -> Int {
  idx[place..<place + 4].reduce(0) { $0 * 256 + Int(Int8(bitPattern: $1)) }
}
