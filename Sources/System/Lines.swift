extension String {
  /// The text with Unix line endings and without a byte order mark.
  ///
  /// Git on Windows checks out files with `"\r\n"`, which is one `Character` in
  /// Swift and not equal to `"\n"`.
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
  /// The lines, separated by a newline, a carriage return or both.
  ///
  /// Empty lines are included, also the one after a final line ending.
  package var lines: [SubSequence] {
    split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
