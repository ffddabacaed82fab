/// A key press, or a key combination with a meaning of its own.
package enum Key: Equatable, Sendable {
  case character(Character)
  case up, down, left, right, pageUp, pageDown, home, end
  case enter, escape, backspace
  /// Ctrl-C: answer no to any question, and end the program.
  case interrupt
  /// Ctrl-Z: return to the shell for a while.
  case suspend
  /// Ctrl-L: draw everything again.
  case redraw
}

/// Decodes the bytes that a terminal sends into keys.
package struct KeyDecoder {
  package init() {}

  /// The bytes of an incomplete key.
  private var pending: [UInt8] = []

  /// When the last of them arrived.
  private var since: ContinuousClock.Instant?

  /// Decodes what was typed, possibly nothing.
  ///
  /// The start of a sequence that has not continued for 25 ms is a key of its
  /// own.
  package mutating func keys(typed bytes: [UInt8]) -> [Key] {
    let now = ContinuousClock.now
    let isOld = since.map { now - $0 >= .milliseconds(25) } ?? false
    let found = keys(bytes, isLast: bytes.isEmpty && isOld)
    if pending.isEmpty { since = nil } else if !bytes.isEmpty { since = now }
    return found
  }

  /// Whether the bytes so far are either the Escape key or the start of another
  /// one.
  package var isUndecided: Bool { !pending.isEmpty }

  /// Decodes bytes into keys; `isLast` says that no more will follow soon.
  package mutating func keys(_ bytes: [UInt8], isLast: Bool = false) -> [Key] {
    pending += bytes
    var keys: [Key] = []
    while !pending.isEmpty {
      guard let (key, count) = first(isLast: isLast) else { break }
      pending.removeFirst(count)
      if let key { keys.append(key) }
    }
    return keys
  }

  /// The first key and how many bytes it took; nil if more are needed.
  private func first(isLast: Bool) -> (Key?, Int)? {
    switch pending[0] {
    case 0x1B: return sequence(isLast: isLast)
    case 0x03: return (.interrupt, 1)
    case 0x04: return (.character("q"), 1)
    case 0x0C: return (.redraw, 1)
    case 0x1A: return (.suspend, 1)
    case 0x0A, 0x0D: return (.enter, 1)
    case 0x08, 0x7F: return (.backspace, 1)
    case 0x02: return (.pageUp, 1)
    case 0x06: return (.pageDown, 1)
    case 0x0E: return (.down, 1)
    case 0x10: return (.up, 1)
    case 0..<0x20: return (nil, 1)
    default: return character(isLast: isLast)
    }
  }

  private func character(isLast: Bool) -> (Key?, Int)? {
    let count =
      switch pending[0] {
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0...: 4
      default: 1
      }
    guard pending.count >= count else { return isLast ? (nil, 1) : nil }
    let text = String(validating: pending.prefix(count), as: UTF8.self)
    guard let text, let character = text.first else { return (nil, 1) }
    return (.character(character), count)
  }

  /// An escape sequence: `ESC [ … letter`, `ESC O letter`, or the Escape key
  /// itself.
  private func sequence(isLast: Bool) -> (Key?, Int)? {
    guard pending.count > 1 else { return isLast ? (.escape, 1) : nil }
    if pending[1] == UInt8(ascii: "O") {
      guard pending.count > 2 else { return isLast ? (.escape, 2) : nil }
      return (letters[pending[2]], 3)
    }
    guard pending[1] == UInt8(ascii: "[") else { return (.escape, 1) }
    let end = pending.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }
    guard let end else { return isLast ? (nil, pending.count) : nil }
    let number = Int(String(decoding: pending[2..<end], as: UTF8.self))
    let key =
      pending[end] == UInt8(ascii: "~")
      ? number.flatMap { numbers[$0] } : letters[pending[end]]
    return (key, end + 1)
  }
}

private let letters: [UInt8: Key] = [
  UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
  UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
]

private let numbers: [Int: Key] = [
  1: .home, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
]
