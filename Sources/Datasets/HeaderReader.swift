/// Reads the part of JSON that the header of a safetensors file consists of:
/// objects of known depth, strings, and lists of natural numbers.
struct HeaderReader {
  /// What is wrong, and where.
  struct Unreadable: Error {
    let problem: String
    let position: Int
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The tensors of the whole header.
  mutating func entries() throws(Unreadable) -> [Safetensors.Entry] {
    guard bytes.first == UInt8(ascii: "{") else { throw unreadable() }
    var entries: [Safetensors.Entry] = []
    try object { reader, name throws(Unreadable) in
      if name == Safetensors.metadata {
        try reader.object { reader, _ throws(Unreadable) in
          _ = try reader.string()
        }
      } else {
        entries.append(try reader.entry(name))
      }
    }
    guard next() == nil else { throw unreadable() }
    return entries
  }

  private mutating func entry(
    _ name: String
  ) throws(Unreadable) -> Safetensors.Entry {
    let start = position
    var dtype = ""
    var shape: [Int] = []
    var offsets: [Int] = []
    var keys: Set<String> = []
    try object { reader, key throws(Unreadable) in
      keys.insert(key)
      switch key {
      case "dtype": dtype = try reader.string()
      case "shape": shape = try reader.numbers()
      case "data_offsets": offsets = try reader.numbers()
      default: throw reader.unreadable("an unknown key")
      }
    }
    guard keys.count == 3, offsets.count == 2 else {
      throw Unreadable(
        problem: "a tensor without a dtype, a shape and two data_offsets",
        position: start)
    }
    return Safetensors.Entry(
      name: name, dtype: dtype, shape: shape, start: offsets[0],
      end: offsets[1])
  }

  /// Reads an object, whose keys must differ; `value` reads each value.
  private mutating func object(
    _ value: (inout HeaderReader, String) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    var names: Set<String> = []
    try list("{", "}") { reader throws(Unreadable) in
      let name = try reader.string()
      guard names.insert(name).inserted else {
        throw reader.unreadable("a name that occurs twice")
      }
      try reader.take(":")
      try value(&reader, name)
    }
  }

  private mutating func numbers() throws(Unreadable) -> [Int] {
    var numbers: [Int] = []
    try list("[", "]") { reader throws(Unreadable) in
      numbers.append(try reader.number())
    }
    return numbers
  }

  /// Reads items between brackets, separated by commas.
  private mutating func list(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    _ item: (inout HeaderReader) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    try take(open)
    if next() != UInt8(ascii: close) {
      try item(&self)
      while next() == UInt8(ascii: ",") {
        position += 1
        try item(&self)
      }
    }
    try take(close)
  }

  private mutating func number() throws(Unreadable) -> Int {
    _ = next()
    let digits = bytes[position...].prefix {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
    }
    guard digits.first != UInt8(ascii: "0") || digits.count == 1,
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { throw unreadable("an invalid number") }
    position += digits.count
    return number
  }

  private mutating func string() throws(Unreadable) -> String {
    try take("\"")
    var text: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw unreadable() }
      position += 1
      if byte == UInt8(ascii: "\\") {
        text += Array(String(try escaped()).utf8)
      } else {
        text.append(byte)
      }
    }
    guard let valid = String(validating: text, as: UTF8.self) else {
      throw unreadable("text that is not UTF-8")
    }
    try take("\"")
    return valid
  }

  /// The character after a backslash.
  private mutating func escaped() throws(Unreadable) -> Unicode.Scalar {
    guard let byte = current else { throw unreadable() }
    position += 1
    switch Unicode.Scalar(byte) {
    case "\"", "\\", "/": return Unicode.Scalar(byte)
    case "b": return "\u{8}"
    case "f": return "\u{c}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      var unit = try hexadecimal()
      // A character beyond U+FFFF is written as two surrogates.
      if 0xd800...0xdbff ~= unit, bytes[position...].starts(with: "\\u".utf8) {
        position += 2
        let low = try hexadecimal()
        guard 0xdc00...0xdfff ~= low else { throw unreadable() }
        unit = 0x10000 + (unit - 0xd800) << 10 + low - 0xdc00
      }
      guard let scalar = Unicode.Scalar(unit) else { throw unreadable() }
      return scalar
    default: throw unreadable()
    }
  }

  private mutating func hexadecimal() throws(Unreadable) -> UInt32 {
    let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
      let number = UInt32(digits, radix: 16)
    else { throw unreadable() }
    position += 4
    return number
  }

  private var current: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  /// The next byte after white space.
  private mutating func next() -> UInt8? {
    while let byte = current, [0x20, 0x0a, 0x0d, 0x09].contains(byte) {
      position += 1
    }
    return current
  }

  private mutating func take(_ wanted: Unicode.Scalar) throws(Unreadable) {
    guard next() == UInt8(ascii: wanted) else { throw unreadable() }
    position += 1
  }

  private func unreadable(_ problem: String? = nil) -> Unreadable {
    let found = current.map { String(Unicode.Scalar($0)).debugDescription }
    return Unreadable(
      problem: problem ?? found ?? "its end", position: position)
  }
}
