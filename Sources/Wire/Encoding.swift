internal import Tensors

/// Bytes ready to be written, in order.
///
/// Large arrays of bytes are segments of their own, so that sending a data set
/// does not copy it.
public struct Frame: Sendable {
  /// The segments; in order, they are the message.
  public private(set) var segments: [[UInt8]] = [[]]

  /// Creates the frame of a call.
  public init(_ call: Call) {
    self.init(of: call.value)
  }

  /// Creates the frame of a reply.
  public init(_ reply: Reply) {
    self.init(of: reply.value)
  }

  /// All bytes in one array.
  public var bytes: [UInt8] { Array(segments.joined()) }

  init(of value: WireValue) {
    var body = Encoder()
    body.append(value)
    let length = body.segments.reduce(0) { $0 + $1.count }
    var header = Encoder()
    header.segments[0] = frameMagic
    header.append(length: length)
    segments = header.segments + body.segments
  }
}

/// The four bytes that every message begins with.
let frameMagic: [UInt8] = Array("SWC1".utf8)

/// The bytes before a message's body: the magic and the body's length.
public let frameHeaderSize = 12

/// The byte that says which type of value follows.
enum Tag: UInt8 {
  case tensor = 1
  case float, double, integer, integers, text, bytes, list, boolean
}

/// Encodes a value as a tag, a length if it has one, and the content.
///
/// Numbers are little-endian.
struct Encoder {
  var segments: [[UInt8]] = [[]]

  /// An array of at least this many bytes is a segment of its own.
  private let largeArray = 65_536

  mutating func append(_ value: WireValue) {
    switch value {
    case .tensor(let tensor):
      append(tag: .tensor)
      segments[segments.count - 1].append(UInt8(tensor.shape.count))
      for size in tensor.shape { append(length: size) }
      append(tensor.values, as: Float.self)
    case .float(let number):
      append(tag: .float)
      append([number], as: Float.self)
    case .double(let number):
      append(tag: .double)
      append([number], as: Double.self)
    case .integer(let number):
      append(tag: .integer)
      append([number], as: Int.self)
    case .integers(let numbers):
      append(tag: .integers)
      append(length: numbers.count)
      append(numbers, as: Int.self)
    case .boolean(let isTrue):
      append(tag: .boolean)
      segments[segments.count - 1].append(isTrue ? 1 : 0)
    case .text(let text):
      append(tag: .text)
      append(bytes: Array(text.utf8))
    case .bytes(let bytes):
      append(tag: .bytes)
      append(bytes: bytes)
    case .list(let values):
      append(tag: .list)
      append(length: values.count)
      for value in values { append(value) }
    }
  }

  mutating func append(length: Int) {
    append([length], as: Int.self)
  }

  private mutating func append(tag: Tag) {
    segments[segments.count - 1].append(tag.rawValue)
  }

  private mutating func append(bytes: [UInt8]) {
    append(length: bytes.count)
    if bytes.count >= largeArray {
      segments.append(bytes)
      segments.append([])
    } else {
      segments[segments.count - 1].append(contentsOf: bytes)
    }
  }

  // All supported machines are little-endian, so the bytes in memory are the
  // bytes of the message.
  private mutating func append<Number>(_ numbers: [Number], as: Number.Type) {
    numbers.withUnsafeBytes {
      segments[segments.count - 1].append(contentsOf: $0)
    }
  }
}
