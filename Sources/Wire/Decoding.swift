internal import Tensors

/// How much a receiver accepts.
public struct WireLimits: Sendable {
  /// The largest body, in bytes.
  public var bytes: Int

  /// How deep lists may be nested.
  public var depth: Int

  /// How many values there may be altogether; each takes far more memory than
  /// the byte or two it may take in a message.
  public var values: Int

  /// Creates the limits of a receiver.
  public init(bytes: Int, depth: Int = 8, values: Int = 100_000) {
    self.bytes = bytes
    self.depth = depth
    self.values = values
  }
}

/// Reads the length of a message's body from its first twelve bytes.
///
/// Throws if the magic is not the protocol's, or if the body would be larger
/// than allowed.
public func bodyLength(
  header: some Collection<UInt8>, limits: WireLimits
) throws(WireError) -> Int {
  var decoder = Decoder(Array(header), limits: limits)
  guard header.count == frameHeaderSize else { throw .truncated }
  guard Array(try decoder.take(frameMagic.count)) == frameMagic else {
    throw .malformed("it does not begin with the magic bytes")
  }
  let length = try decoder.number(as: Int.self)
  guard length >= 0 else { throw .malformed("a negative length") }
  guard length <= limits.bytes else { throw .tooLarge(length) }
  return length
}

extension Call {
  /// Reads a call from a message's body.
  public init(body: [UInt8], limits: WireLimits) throws(WireError) {
    try self.init(value: Decoder.value(of: body, limits: limits))
  }
}

extension Reply {
  /// Reads a reply from a message's body.
  public init(body: [UInt8], limits: WireLimits) throws(WireError) {
    try self.init(value: Decoder.value(of: body, limits: limits))
  }
}

/// Decodes values from untrusted bytes.
///
/// Decoding never traps: every length is compared with the remaining bytes
/// before anything is allocated, every product is checked for overflow, and
/// every malformed byte throws an error.
struct Decoder {
  private let bytes: [UInt8]
  private let limits: WireLimits
  private var position = 0
  private var valuesLeft: Int

  init(_ bytes: [UInt8], limits: WireLimits) {
    self.bytes = bytes
    self.limits = limits
    valuesLeft = limits.values
  }

  /// The one value in a body, with nothing after it.
  static func value(
    of body: [UInt8], limits: WireLimits
  ) throws(WireError) -> WireValue {
    var decoder = Decoder(body, limits: limits)
    let value = try decoder.value(depth: 0)
    guard decoder.remaining == 0 else {
      throw .malformed("\(decoder.remaining) extra bytes at the end")
    }
    return value
  }

  private var remaining: Int { bytes.count - position }

  mutating func take(_ count: Int) throws(WireError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= remaining else { throw .truncated }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func number<Number: BitwiseCopyable>(
    as: Number.Type
  ) throws(WireError) -> Number {
    let slice = try take(MemoryLayout<Number>.size)
    return slice.withUnsafeBytes { $0.loadUnaligned(as: Number.self) }
  }

  private mutating func numbers<Number: BitwiseCopyable>(
    _ count: Int, as: Number.Type
  ) throws(WireError) -> [Number] {
    let size = MemoryLayout<Number>.size
    let (length, overflow) = count.multipliedReportingOverflow(by: size)
    guard !overflow else { throw .truncated }
    let slice = try take(length)
    return slice.withUnsafeBytes { source in
      [Number](unsafeUninitializedCapacity: count) { target, initialized in
        UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
        initialized = count
      }
    }
  }

  /// A count of items that take at least one byte each.
  private mutating func count() throws(WireError) -> Int {
    let count = try number(as: Int.self)
    guard count >= 0, count <= remaining else { throw .truncated }
    return count
  }

  private mutating func value(depth: Int) throws(WireError) -> WireValue {
    guard depth <= limits.depth else {
      throw .malformed("lists nested too deeply")
    }
    guard valuesLeft > 0 else {
      throw .malformed("more than \(limits.values) values")
    }
    valuesLeft -= 1
    let byte = try number(as: UInt8.self)
    guard let tag = Tag(rawValue: byte) else {
      throw .malformed("unknown tag \(byte)")
    }
    switch tag {
    case .tensor: return .tensor(try tensor())
    case .float: return .float(try number(as: Float.self))
    case .double: return .double(try number(as: Double.self))
    case .integer: return .integer(try number(as: Int.self))
    case .integers: return .integers(try numbers(try count(), as: Int.self))
    case .boolean:
      let byte = try number(as: UInt8.self)
      guard byte < 2 else { throw .malformed("truth value \(byte)") }
      return .boolean(byte == 1)
    case .bytes: return .bytes(Array(try take(try count())))
    case .text:
      let utf8 = try take(try count())
      guard let text = String(validating: utf8, as: UTF8.self) else {
        throw .malformed("text that is not UTF-8")
      }
      return .text(text)
    case .list:
      let count = try count()
      var values: [WireValue] = []
      for _ in 0..<count { values.append(try value(depth: depth + 1)) }
      return .list(values)
    }
  }

  private mutating func tensor() throws(WireError) -> Tensor {
    let rank = Int(try number(as: UInt8.self))
    var shape: [Int] = []
    // Count an axis of size 0 as 1, so that it does not hide the others from
    // the overflow check: strides are products of them all.
    var extent = 1
    for _ in 0..<rank {
      let size = try number(as: Int.self)
      let (product, overflow) =
        extent.multipliedReportingOverflow(by: max(size, 1))
      guard size >= 0, !overflow else {
        throw .malformed("a tensor of shape \(shape + [size])")
      }
      shape.append(size)
      extent = product
    }
    let count = shape.contains(0) ? 0 : extent
    return Tensor(try numbers(count, as: Float.self), shape: shape)
  }
}
