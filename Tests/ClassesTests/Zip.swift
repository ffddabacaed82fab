import Foundation
import Grading
import Testing

/// A zip archive, made byte by byte, so that it can be wrong in every way.
struct Zip {
  struct Entry {
    var path: String
    var data: [UInt8]
    var method = 0
    var size: Int?
    var check: UInt32?
    var mode: UInt32 = 0o100644
    var flags = 0
  }

  var entries: [Entry] = []

  /// How many entries the end record tells of.
  var count: Int?

  var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.path.utf8)
      let common = little([
        (entry.flags, 2), (entry.method, 2), (0, 4),
        (Int(entry.check ?? crc(entry.data)), 4), (entry.data.count, 4),
        (entry.size ?? entry.data.count, 4), (name.count, 2),
      ])
      directory += little([(0x0201_4b50, 4), (0x0314, 2), (20, 2)]) + common
      directory += little([
        (0, 2), (0, 2), (0, 4), (Int(entry.mode) << 16, 4), (body.count, 4),
      ])
      directory += name
      body += little([(0x0403_4b50, 4), (20, 2)]) + common + [0, 0]
      body += name + entry.data
    }
    let many = count ?? entries.count
    let end = little([
      (0x0605_4b50, 4), (0, 4), (many, 2), (many, 2), (directory.count, 4),
      (body.count, 4), (0, 2),
    ])
    return body + directory + end
  }
}

/// Numbers of some bytes each, the lowest byte first.
private func little(_ numbers: [(value: Int, count: Int)]) -> [UInt8] {
  numbers.flatMap { number in
    (0..<number.count).map {
      UInt8(truncatingIfNeeded: number.value >> (8 * $0))
    }
  }
}

/// The CRC-32 of some bytes, bit by bit.
private func crc(_ bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = .max
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 {
      let isOdd = crc & 1 == 1
      crc >>= 1
      if isOdd { crc ^= 0xedb8_8320 }
    }
  }
  return ~crc
}

/// Many zero bytes, packed: what a bomb is made of.
///
/// Around what deflate makes of them `gzip` puts ten bytes before, and eight
/// after: the check and the length.
func packedZeros(_ megabytes: Int) throws -> (gzip: [UInt8], raw: [UInt8]) {
  let run = try shell("head -c \(megabytes)m /dev/zero | gzip -n")
  return (run.output, Array(run.output.dropFirst(10).dropLast(8)))
}
