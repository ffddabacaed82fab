internal import Czlib

/// How bytes are packed.
enum Packing: Int32 {
  /// Deflate without a header, as in zip files.
  case raw = -15
  case gzip = 31
}

/// Unpacks bytes, of which there may be no more than `limit`.
///
/// A stream that ends early, is damaged or unpacks to more is refused, without
/// taking more memory than the limit.
func inflated(
  _ packed: ArraySlice<UInt8>, _ packing: Packing, atMost limit: Int
) throws(Refusal) -> [UInt8] {
  var stream = z_stream()
  guard
    inflateInit2_(
      &stream, packing.rawValue, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)) == Z_OK
  else { throw Refusal("it cannot be unpacked: zlib does not start") }
  defer { inflateEnd(&stream) }
  var content: [UInt8] = []
  var status = Z_OK
  packed.withUnsafeBufferPointer { input in
    stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.avail_in = UInt32(clamping: input.count)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 65_536) { buffer in
      while status == Z_OK && content.count <= limit {
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        status = Czlib.inflate(&stream, Z_NO_FLUSH)
        content += buffer.prefix(buffer.count - Int(stream.avail_out))
      }
    }
  }
  guard content.count <= limit else {
    throw Refusal("it unpacks to more than \(mebibytes(limit)) MiB")
  }
  guard status == Z_STREAM_END else {
    throw Refusal("it is damaged: it cannot be unpacked")
  }
  return content
}

func mebibytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
