internal import Czlib

/// A zip archive in memory.
///
/// Only its directory is believed: a file is unpacked from the place that it
/// names, up to a limit, and nothing is ever written.
struct ZipFile: HandIn {
  private let bytes: Bytes
  private let limits: IntakeLimits

  init(_ bytes: [UInt8], limits: IntakeLimits) {
    self.bytes = Bytes(bytes)
    self.limits = limits
  }

  static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4b, 3, 4])
      || bytes.starts(with: [0x50, 0x4b, 5, 6])
  }

  func entries() throws(Refusal) -> [HandInEntry] {
    let end = try directoryEnd()
    // The largest number stands for those that do not fit.
    let count = try bytes.number(at: end + 10, of: 2)
    guard count <= limits.entries, count < 0xffff else {
      throw tooManyEntries(limits.entries)
    }
    var found: [HandInEntry] = []
    var place = try bytes.number(at: end + 16, of: 4)
    for _ in 0..<count {
      guard try bytes.number(at: place, of: 4) == 0x0201_4b50 else {
        throw damaged
      }
      let length = try bytes.number(at: place + 28, of: 2)
      let path = String(
        decoding: try bytes.slice(at: place + 46, of: length), as: UTF8.self)
      if !path.hasSuffix("/") {
        try refuseEscape(by: path)
        found.append(
          HandInEntry(path: path, kind: try kind(at: place), place: place))
      }
      place += 46 + length
      place +=
        try bytes.number(at: place - 16 - length, of: 2)
        + bytes.number(at: place - 14 - length, of: 2)
    }
    return found
  }

  func content(
    of entry: HandInEntry, atMost limit: Int
  ) throws(Refusal) -> [UInt8] {
    let place = entry.place
    guard try bytes.number(at: place + 8, of: 2) & 1 == 0 else {
      throw Refusal("\(entry.path) is encrypted")
    }
    let packed = try bytes.number(at: place + 20, of: 4)
    let size = try bytes.number(at: place + 24, of: 4)
    guard size <= limit else { throw tooLarge(limit) }
    let header = try bytes.number(at: place + 42, of: 4)
    guard try bytes.number(at: header, of: 4) == 0x0403_4b50 else {
      throw damaged
    }
    let start =
      try header + 30 + bytes.number(at: header + 26, of: 2)
      + bytes.number(at: header + 28, of: 2)
    let data = try bytes.slice(at: start, of: packed)
    let content: [UInt8]
    switch try bytes.number(at: place + 10, of: 2) {
    case 0: content = Array(data)
    case 8: content = try inflated(data, .raw, atMost: limit)
    default: throw Refusal("\(entry.path) is packed in an unusual way")
    }
    let check = UInt(try bytes.number(at: place + 16, of: 4))
    guard content.count == size,
      crc32(0, content, UInt32(content.count)) == check
    else { throw damaged }
    return content
  }

  /// Where the end record is: last in the file, before a comment.
  private func directoryEnd() throws(Refusal) -> Int {
    let last = bytes.count - 22
    for place in stride(from: last, through: max(0, last - 0xffff), by: -1)
    where try bytes.number(at: place, of: 4) == 0x0605_4b50 { return place }
    throw damaged
  }

  /// What an entry of the directory is, where Unix has noted the file's mode.
  private func kind(at place: Int) throws(Refusal) -> HandInEntry.Kind {
    guard try bytes.number(at: place + 5, of: 1) == 3 else { return .file }
    switch try bytes.number(at: place + 40, of: 2) & 0xf000 {
    case 0, 0x8000: return .file
    case 0xa000: return .link
    default: return .special
    }
  }

  private var damaged: Refusal { Refusal("it is damaged, or not a zip file") }
}

/// Bytes that are read with bounds.
struct Bytes {
  private let bytes: [UInt8]
  var count: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func slice(at start: Int, of count: Int) throws(Refusal) -> ArraySlice<UInt8>
  {
    guard start >= 0, count >= 0, start <= bytes.count - count else {
      throw Refusal("it ends too early")
    }
    return bytes[start..<(start + count)]
  }

  /// A number, its lowest byte first.
  func number(at start: Int, of count: Int) throws(Refusal) -> Int {
    try slice(at: start, of: count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// Refuses an archive with a path that leads out of it, which no honest one
/// has.
func refuseEscape(by path: String) throws(Refusal) {
  let parts = path.split { $0 == "/" || $0 == "\\" }
  guard !path.hasPrefix("/"), !parts.contains("..") else {
    throw Refusal("the archive has a path that leads out of it")
  }
}

func tooManyEntries(_ most: Int) -> Refusal {
  Refusal("it has more than \(most) files")
}

func tooLarge(_ most: Int) -> Refusal {
  Refusal("the file has more than \(mebibytes(most)) MiB")
}
