internal import Czlib

/// A zip archive of small files, stored as they are.
package struct ZipArchive: Sendable {
  private var files: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a file; a program may be executed where the archive is unpacked.
  package mutating func add(_ name: String, _ text: String, isProgram: Bool) {
    let (content, name) = (Array(text.utf8), Array(name.utf8))
    let check = Int(crc32(0, content, UInt32(content.count)))
    // Version 2.0, names in UTF-8, stored, the first day of 1980.
    let common =
      bytes(20, 2) + bytes(0x800, 2) + bytes(0, 2) + bytes(0, 2)
      + bytes(0x21, 2) + bytes(check, 4) + bytes(content.count, 4)
      + bytes(content.count, 4) + bytes(name.count, 2) + bytes(0, 2)
    let mode = isProgram ? 0o100755 : 0o100644
    // Made on Unix, whose mode stands in the upper half of the attributes.
    directory +=
      bytes(0x0201_4b50, 4) + bytes(0x0314, 2) + common + bytes(0, 6)
      + bytes(mode << 16, 4) + bytes(files.count, 4) + name
    files += bytes(0x0403_4b50, 4) + common + name + content
    count += 1
  }

  /// The whole archive.
  package var content: [UInt8] {
    files + directory + bytes(0x0605_4b50, 4) + bytes(0, 4) + bytes(count, 2)
      + bytes(count, 2) + bytes(directory.count, 4) + bytes(files.count, 4)
      + bytes(0, 2)
  }
}

/// A number, its lowest byte first.
private func bytes(_ number: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}
