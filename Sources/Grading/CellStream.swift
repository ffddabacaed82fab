/// An event while a lesson's cells run.
package enum CellEvent: Sendable, Equatable {
  /// The cell with this name began.
  case began(String)

  /// The running cell printed one line.
  case line(String)
}

/// The mark that the program prints before each cell: a control character
/// that no cell prints.
let cellMark: Character = "\u{1E}"

/// Turns the output of a cell program into events as it arrives.
struct CellStream {
  private var pending: [UInt8] = []

  /// Adds bytes and returns the events that they complete.
  mutating func events(in bytes: some Sequence<UInt8>) -> [CellEvent] {
    pending += bytes
    guard let last = pending.lastIndex(of: UInt8(ascii: "\n")) else {
      return []
    }
    let lines = pending[..<last].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    pending.removeFirst(last + 1)
    return lines.flatMap(events)
  }

  /// The last line at the end of the program, if it has no newline.
  mutating func finish() -> [CellEvent] {
    defer { pending = [] }
    return pending.isEmpty ? [] : events(inLine: pending[...])
  }

  private func events(inLine bytes: ArraySlice<UInt8>) -> [CellEvent] {
    let line = String(decoding: bytes, as: UTF8.self)
    guard let mark = line.firstIndex(of: cellMark) else { return [.line(line)] }
    // The cell before may have left its last line open.
    let before = line[..<mark]
    let name = String(line[line.index(after: mark)...])
    return (before.isEmpty ? [] : [.line(String(before))]) + [.began(name)]
  }
}
