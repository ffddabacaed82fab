import Czlib

/// The uncompressed contents of a gzip file, with its length and checksum
/// verified.
///
/// zlib compares the CRC-32 and the length at the end of the stream. A stream
/// that ends early, or that is followed by anything, is an error too.
func gunzip(
  _ compressed: [UInt8], named file: String
) throws(DataFileError) -> [UInt8] {
  guard compressed.starts(with: [0x1f, 0x8b]), compressed.count >= 18 else {
    throw DataFileError(
      file: file, expected: "a gzip file (first bytes 1f 8b)",
      found: "\(compressed.count) bytes that start with "
        + hex(compressed.prefix(2)))
  }
  // The last four bytes hold the length; do not trust it before allocating.
  let length = compressed.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  let limit = min(compressed.count * largestRatio, largestLength)
  guard length <= limit else {
    throw DataFileError(
      file: file, expected: "contents of at most \(limit) bytes",
      found: "a length of \(length) in the last four bytes")
  }
  var outcome = Outcome.failed("out of memory")
  let content = [UInt8](unsafeUninitializedCapacity: length) { output, count in
    (outcome, count) = inflate(compressed, into: output, format: .gzip)
  }
  switch outcome {
  case .whole where content.count == length: return content
  case .whole, .unfinished:
    throw DataFileError(
      file: file, expected: "\(length) bytes after decompression",
      found: "a truncated or corrupted file of \(compressed.count) bytes")
  case .trailing(let rest):
    throw DataFileError(
      file: file, expected: "nothing after the end of the gzip stream",
      found: "\(rest) more bytes")
  case .failed(let reason):
    throw DataFileError(
      file: file, expected: "a valid gzip stream", found: "“\(reason)”")
  }
}

/// The largest possible compression ratio of Deflate.
private let largestRatio = 1_032

/// Larger than any file of the course's data sets.
private let largestLength = 128 << 20

/// The contents of a zlib stream, as in PNG files; nil unless the stream is
/// complete and its contents have exactly this length.
func unzip(_ compressed: [UInt8], length: Int) -> [UInt8]? {
  var outcome = Outcome.failed("out of memory")
  let content = [UInt8](unsafeUninitializedCapacity: length) { output, count in
    (outcome, count) = inflate(compressed, into: output, format: .zlib)
  }
  guard case .whole = outcome, content.count == length else { return nil }
  return content
}

private enum Format: Int32 {
  case zlib = 0
  /// What zlib adds to the window's bits for a gzip header.
  case gzip = 16
}

private enum Outcome {
  case whole
  case unfinished
  case trailing(Int)
  case failed(String)
}

/// Inflates into a buffer that must be large enough; returns the outcome and
/// the number of bytes written.
private func inflate(
  _ compressed: [UInt8], into output: UnsafeMutableBufferPointer<UInt8>,
  format: Format
) -> (Outcome, Int) {
  compressed.withUnsafeBufferPointer { input in
    var stream = z_stream()
    stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.avail_in = UInt32(input.count)
    stream.next_out = output.baseAddress
    stream.avail_out = UInt32(output.count)
    let size = Int32(MemoryLayout<z_stream>.size)
    let bits = format.rawValue + MAX_WBITS
    guard inflateInit2_(&stream, bits, ZLIB_VERSION, size) == Z_OK else {
      return (.failed("zlib could not start"), 0)
    }
    defer { inflateEnd(&stream) }
    let status = Czlib.inflate(&stream, Z_FINISH)
    let count = output.count - Int(stream.avail_out)
    switch status {
    case Z_STREAM_END where stream.avail_in > 0:
      return (.trailing(Int(stream.avail_in)), count)
    case Z_STREAM_END: return (.whole, count)
    case Z_BUF_ERROR, Z_OK: return (.unfinished, count)
    default:
      let reason = stream.msg.map { String(cString: $0) }
      return (.failed(reason ?? "status \(status)"), count)
    }
  }
}

private func hex(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    .joined(separator: " ")
}
