extension String {
  /// The text of a file as Unix writes it: without a byte order mark, and
  /// every line ending in a newline alone.
  ///
  /// Git on Windows checks files out with `"\r\n"`, which to Swift is one
  /// `Character` and not equal to `"\n"`.
  package var withUnixLines: String {
    var bytes = Substring(self).utf8
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard bytes.contains(carriageReturn) else {
      return String(Substring(bytes))
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case carriageReturn: kept.append(newline)
      case newline where previous == carriageReturn: break
      default: kept.append(byte)
      }
      previous = byte
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

extension StringProtocol {
  /// The lines, each ended by a newline, a carriage return or both; empty
  /// lines are among them, also the one after the last line's end.
  package var lines: [SubSequence] {
    split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
