extension Safetensors {
  /// A tensor as the header describes it.
  struct Entry {
    let name: String
    let dtype: String
    let shape: [Int]
    /// Where its bytes begin and end, counted from the end of the header.
    let start: Int
    let end: Int

    /// The number of bytes that the shape needs; `nil` if it overflows.
    ///
    /// A length of 0 must not hide others that overflow without it.
    var byteCount: Int? {
      let most = shape.filter { $0 != 0 }.reduce(4 as Int?) { count, length in
        guard let count else { return nil }
        let (product, overflow) = count.multipliedReportingOverflow(by: length)
        return overflow ? nil : product
      }
      return shape.contains(0) ? most.map { _ in 0 } : most
    }
  }

  /// The entries of a header, in the order of their bytes, and the offset at
  /// which the bytes begin.
  static func header(
    _ bytes: [UInt8], file: String
  ) throws(DataFileError) -> (entries: [Entry], start: Int) {
    guard bytes.count >= 8 else {
      throw DataFileError(
        file: file, expected: "a safetensors file of at least 8 bytes",
        found: "\(bytes.count) bytes")
    }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    guard length <= longestHeader else {
      throw DataFileError(
        file: file,
        expected: "a safetensors header of at most \(longestHeader) bytes",
        found: "a length of \(length) in the first 8 bytes",
        advice: "check that it is a safetensors file")
    }
    let start = 8 + Int(length)
    guard start <= bytes.count else {
      throw DataFileError(
        file: file, expected: "a header of \(length) bytes",
        found: "\(bytes.count - 8) bytes")
    }
    var entries: [Entry] = []
    do throws(HeaderReader.Unreadable) {
      var reader = HeaderReader(Array(bytes[8..<start]))
      entries = try reader.entries()
    } catch {
      throw DataFileError(
        file: file, expected: "the header of a safetensors file, in JSON",
        found: "\(error.problem) at byte \(8 + error.position)",
        advice: "check that it is a safetensors file")
    }
    entries.sort { ($0.start, $0.end, $0.name) < ($1.start, $1.end, $1.name) }
    try check(entries, byteCount: bytes.count - start, file: file)
    return (entries, start)
  }

  private static let longestHeader = 1 << 20

  /// Throws unless the entries are tensors that fill the bytes without gaps and
  /// without overlap.
  private static func check(
    _ entries: [Entry], byteCount: Int, file: String
  ) throws(DataFileError) {
    var position = 0
    for entry in entries {
      let name = "tensor \(String(entry.name.prefix(60)).debugDescription)"
      guard entry.dtype == "F32" else {
        let dtype = String(entry.dtype.prefix(20)).debugDescription
        throw DataFileError(
          file: file, expected: "numbers of type F32",
          found: "\(dtype) in \(name)",
          advice: "convert them, in PyTorch with x.float(), and save them again"
        )
      }
      guard entry.start == position, entry.start <= entry.end else {
        throw DataFileError(
          file: file, expected: "\(name) to begin at byte \(position)",
          found: "\(entry.start)..<\(entry.end)")
      }
      guard entry.end - entry.start == entry.byteCount else {
        throw DataFileError(
          file: file,
          expected: "4 bytes for each number of \(name) of shape "
            + "\(entry.shape)",
          found: "\(entry.end - entry.start) bytes")
      }
      position = entry.end
    }
    guard position == byteCount else {
      throw DataFileError(
        file: file, expected: "\(position) bytes after the header",
        found: "\(byteCount)")
    }
  }
}
