/// A program's output with the middle cut out.
///
/// The first part is kept to be shown, and the last to be searched for the
/// cause of a crash; the rest is only counted.
struct BoundedText {
  private(set) var head: [UInt8] = []
  private(set) var tail: [UInt8] = []

  /// The number of bytes received.
  private(set) var count = 0

  /// Bytes that `takeLines` has not returned yet.
  private var waiting: [UInt8] = []

  private let kept = 65_536

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    head.append(contentsOf: bytes.prefix(max(0, kept - head.count)))
    waiting.append(contentsOf: bytes.prefix(max(0, kept - waiting.count)))
    tail.append(contentsOf: bytes)
    if tail.count > 2 * kept { tail.removeFirst(tail.count - kept) }
  }

  /// The complete lines since the last call, for whoever follows along.
  mutating func takeLines() -> [String] {
    guard let end = waiting.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    defer { waiting.removeSubrange(...end) }
    return waiting[..<end].split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The first part, as text.
  var beginning: String { String(decoding: head, as: UTF8.self) }

  /// The first and the last part, as text: what matters may be at either end.
  var bothEnds: String {
    let rest = tail.suffix(min(kept, count - head.count))
    let isCut = rest.count < count - head.count
    return beginning + (isCut ? "\n…\n" : "")
      + String(decoding: rest, as: UTF8.self)
  }

  /// The last part, as text.
  var end: String { String(decoding: tail, as: UTF8.self) }
}
