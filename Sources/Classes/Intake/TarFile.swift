/// A tar archive, unpacked in memory up to a limit.
struct TarFile: HandIn {
  private let bytes: Bytes
  private let limits: IntakeLimits

  /// Unpacks a `tar.gz`.
  init(gzip packed: [UInt8], limits: IntakeLimits) throws(Refusal) {
    bytes = Bytes(
      try inflated(packed[...], .gzip, atMost: limits.archiveBytes))
    self.limits = limits
  }

  static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x1f, 0x8b])
  }

  func entries() throws(Refusal) -> [HandInEntry] {
    var found: [HandInEntry] = []
    var place = 0
    /// The name that an entry before this one gives it.
    var longName: String?
    var count = 0
    while place + 512 <= bytes.count, try bytes.number(at: place, of: 1) != 0 {
      count += 1
      guard count <= limits.entries else {
        throw tooManyEntries(limits.entries)
      }
      let size = try octal(at: place + 124, of: 12)
      let type = UInt8(try bytes.number(at: place + 156, of: 1))
      switch type {
      case UInt8(ascii: "L"):
        longName = try text(at: place + 512, of: min(size, 4_096))
      case UInt8(ascii: "x"):
        longName = try paxPath(at: place + 512, of: min(size, 65_536))
      case UInt8(ascii: "g"): break
      case UInt8(ascii: "5"): longName = nil
      default:
        let short = try name(at: place)
        let path = longName ?? short
        longName = nil
        try refuseEscape(by: path)
        found.append(
          HandInEntry(path: path, kind: kind(of: type), place: place))
      }
      place += 512 + (size + 511) / 512 * 512
    }
    return found
  }

  func content(
    of entry: HandInEntry, atMost limit: Int
  ) throws(Refusal) -> [UInt8] {
    let size = try octal(at: entry.place + 124, of: 12)
    guard size <= limit else { throw tooLarge(limit) }
    return Array(try bytes.slice(at: entry.place + 512, of: size))
  }

  private func kind(of type: UInt8) -> HandInEntry.Kind {
    switch type {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): .file
    case UInt8(ascii: "1"), UInt8(ascii: "2"): .link
    default: .special
    }
  }

  private func name(at place: Int) throws(Refusal) -> String {
    let name = try text(at: place, of: 100)
    let isPosix = try text(at: place + 257, of: 5) == "ustar"
    let prefix = isPosix ? try text(at: place + 345, of: 155) : ""
    return prefix.isEmpty ? name : "\(prefix)/\(name)"
  }

  private func text(at place: Int, of count: Int) throws(Refusal) -> String {
    String(
      decoding: try bytes.slice(at: place, of: count).prefix { $0 != 0 },
      as: UTF8.self)
  }

  private func octal(at place: Int, of count: Int) throws(Refusal) -> Int {
    let digits = try text(at: place, of: count).filter { $0 != " " }
    guard let value = Int(digits.isEmpty ? "0" : digits, radix: 8),
      0...limits.archiveBytes ~= value
    else { throw Refusal("it is damaged, or not a tar archive") }
    return value
  }

  /// The `path` of an extended header, whose lines are `LENGTH KEY=VALUE`.
  private func paxPath(at place: Int, of count: Int) throws(Refusal) -> String?
  {
    let text = String(
      decoding: try bytes.slice(at: place, of: count), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      line.split(separator: " ", maxSplits: 1).last.flatMap {
        $0.hasPrefix("path=") ? String($0.dropFirst(5)) : nil
      }
    }.last
  }
}
