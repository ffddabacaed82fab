import Czlib
import Foundation

/// An entry of an archive that a test makes.
struct ArchiveEntry {
  enum Kind {
    case file([UInt8])
    /// A file of zeros, written without holding it in memory.
    case zeros(Int)
    case link(String)
    case hardLink(String)
    case device(Int, Int)
    case pipe
    case folder
  }

  var path: String
  var kind: Kind
}

/// A tar archive, compressed by gzip, whatever its entries are.
func writeTarGzip(_ entries: [ArchiveEntry], to path: String) throws {
  guard let file = gzopen(path, "wb1") else {
    throw CocoaError(.fileWriteUnknown)
  }
  defer { gzclose(file) }
  func put(_ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes {
      gzwrite(file, $0.baseAddress, UInt32($0.count))
    }
  }
  for entry in entries {
    put(tarHeader(entry))
    var count = 0
    switch entry.kind {
    case .file(let bytes):
      put(bytes)
      count = bytes.count
    case .zeros(let all):
      let block = [UInt8](repeating: 0, count: 1 << 20)
      for _ in 0..<(all >> 20) { put(block) }
      count = (all >> 20) << 20
    default: break
    }
    put([UInt8](repeating: 0, count: (512 - count % 512) % 512))
  }
  put([UInt8](repeating: 0, count: 1_024))
}

private func tarHeader(_ entry: ArchiveEntry) -> [UInt8] {
  var header = [UInt8](repeating: 0, count: 512)
  func write(_ text: String, at offset: Int, size: Int) {
    for (index, byte) in text.utf8.prefix(size).enumerated() {
      header[offset + index] = byte
    }
  }
  func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
  var (size, type, target, device) = (0, "0", "", (0, 0))
  switch entry.kind {
  case .file(let bytes): size = bytes.count
  case .zeros(let count): size = (count >> 20) << 20
  case .link(let path): (type, target) = ("2", path)
  case .hardLink(let path): (type, target) = ("1", path)
  case .device(let major, let minor): (type, device) = ("3", (major, minor))
  case .pipe: type = "6"
  case .folder: type = "5"
  }
  write(entry.path, at: 0, size: 100)
  write(
    octal(entry.path.hasSuffix("/") ? 0o755 : 0o644, digits: 7), at: 100,
    size: 7)
  write(octal(0, digits: 7), at: 108, size: 7)
  write(octal(0, digits: 7), at: 116, size: 7)
  write(octal(size, digits: 11), at: 124, size: 11)
  write(octal(0, digits: 11), at: 136, size: 11)
  write("        ", at: 148, size: 8)
  write(type, at: 156, size: 1)
  write(target, at: 157, size: 100)
  write("ustar\u{0}00", at: 257, size: 8)
  write(octal(device.0, digits: 7), at: 329, size: 7)
  write(octal(device.1, digits: 7), at: 337, size: 7)
  let sum = header.reduce(0) { $0 + Int($1) }
  write(octal(sum, digits: 6) + "\u{0} ", at: 148, size: 8)
  return header
}

/// A zip archive, whatever its entries are; zeros are compressed.
func writeZip(_ entries: [ArchiveEntry], to path: String) throws {
  var zip = Zip()
  for entry in entries {
    var made = Zip.Entry(path: entry.path, data: [])
    switch entry.kind {
    case .file(let bytes): made.data = bytes
    case .zeros(let count):
      made.data = try packedZeros(count >> 20).raw
      (made.method, made.size, made.check) = (8, count, 0)
    case .link(let target):
      (made.data, made.mode) = (Array(target.utf8), 0o120777)
    case .folder: made.mode = 0o040755
    default: made.mode = 0o010644
    }
    zip.entries.append(made)
  }
  try Data(zip.bytes).write(to: URL(filePath: path))
}
