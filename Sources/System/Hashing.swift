/// The 64-bit FNV-1a hash of bytes, for short names of contents.
///
/// It does not resist deliberate collisions. `start` is hashed before the
/// bytes.
package func fnv1a(_ bytes: [UInt8], from start: UInt64 = 0) -> UInt64 {
  var hash = 0xcbf2_9ce4_8422_2325 ^ start
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  return hash
}

/// The hash of a text in UTF-8.
package func fnv1a(_ text: String, from start: UInt64 = 0) -> UInt64 {
  fnv1a(Array(text.utf8), from: start)
}

/// A fast hash for large contents: several gigabytes per second.
///
/// It reads eight bytes at a time, in four streams that the processor works on
/// in parallel. The constants are those of xxHash (github.com/Cyan4973/xxHash);
/// the rest is simpler.
package func quickHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  let (first, second) = (
    0x9e37_79b1_85eb_ca87 as UInt64, 0xc2b2_ae3d_27d4_eb4f as UInt64
  )
  var lanes = (first, second, first &+ second, UInt64(bytes.count))
  func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let sum = lane &+ word &* second
    return (sum << 31 | sum >> 33) &* first
  }
  let whole = bytes.count / 32 * 32
  for offset in stride(from: 0, to: whole, by: 32) {
    func word(_ index: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset + index * 8, as: UInt64.self)
    }
    lanes.0 = mixed(lanes.0, word(0))
    lanes.1 = mixed(lanes.1, word(1))
    lanes.2 = mixed(lanes.2, word(2))
    lanes.3 = mixed(lanes.3, word(3))
  }
  var value = mixed(mixed(mixed(lanes.0, lanes.1), lanes.2), lanes.3)
  for byte in bytes[whole...] { value = mixed(value, UInt64(byte)) }
  return value ^ value >> 29
}
