public import Tensors

/// A value sent between the learner's process and the trusted one.
///
/// Only values are sent: no code, no verdict, no reference.
public enum WireValue: Sendable, Equatable {
  /// A tensor of any shape.
  case tensor(Tensor)

  /// A single-precision number.
  case float(Float)

  /// A double-precision number.
  case double(Double)

  /// An integer.
  case integer(Int)

  /// Several integers, such as the labels of n examples.
  case integers([Int])

  /// True or false.
  case boolean(Bool)

  /// Text in UTF-8.
  case text(String)

  /// Raw bytes, such as the pixels of a data set.
  case bytes([UInt8])

  /// Several values: an array of tensors, or a tuple.
  case list([WireValue])
}

/// A type whose values can be sent over the wire.
public protocol WireConvertible: Sendable {
  /// Creates a value from a wire value; throws if that has another type.
  init(wireValue: WireValue) throws(WireError)

  /// The value as a wire value.
  var wireValue: WireValue { get }
}

/// An error in bytes or values that were received.
public enum WireError: Error, Equatable, CustomStringConvertible {
  /// There are fewer bytes than the message announced.
  case truncated

  /// The bytes do not follow the protocol, and why.
  case malformed(String)

  /// The message is larger than the receiver accepts, in bytes.
  case tooLarge(Int)

  /// A value has another type than expected.
  case unexpectedKind(wanted: String, received: String)

  /// The error in words.
  public var description: String {
    switch self {
    case .truncated:
      "the message ends too early"
    case .malformed(let reason):
      "the message is malformed: \(reason)"
    case .tooLarge(let bytes):
      "a message of \(bytes) bytes is larger than allowed"
    case .unexpectedKind(let wanted, let received):
      "expected a value of type \(wanted), got \(received)"
    }
  }
}

extension WireValue {
  /// The type's name, for messages.
  public var kind: String {
    switch self {
    case .tensor: "Tensor"
    case .float: "Float"
    case .double: "Double"
    case .integer: "Int"
    case .integers: "[Int]"
    case .boolean: "Bool"
    case .text: "String"
    case .bytes: "[UInt8]"
    case .list: "list"
    }
  }
}
