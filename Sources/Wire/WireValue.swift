public import Tensors

/// A value that crosses between the learner's process and the trusted one.
///
/// Only values cross: no code, no verdict, no reference.
public enum WireValue: Sendable, Equatable {
  /// A tensor of any shape.
  case tensor(Tensor)

  /// A single-precision number.
  case float(Float)

  /// A double-precision number.
  case double(Double)

  /// A whole number.
  case integer(Int)

  /// Several whole numbers, such as the labels of n examples.
  case integers([Int])

  /// Text in UTF-8.
  case text(String)

  /// Raw bytes, such as the pixels of a data set.
  case bytes([UInt8])

  /// Several values: an array of tensors, or a tuple.
  case list([WireValue])
}

/// A type whose values cross the wire.
public protocol WireConvertible: Sendable {
  /// Reads a value that crossed; throws where it is of another kind.
  init(wireValue: WireValue) throws(WireError)

  /// The value as it crosses.
  var wireValue: WireValue { get }
}

/// What can be wrong with bytes or values that crossed the wire.
public enum WireError: Error, Equatable, CustomStringConvertible {
  /// Fewer bytes came than the message announced.
  case truncated

  /// Bytes that are not of the protocol, and why.
  case malformed(String)

  /// A message larger than the receiver accepts, in bytes.
  case tooLarge(Int)

  /// A value of one kind where another was wanted.
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
      "a value of kind \(wanted) was wanted, but \(received) came"
    }
  }
}

extension WireValue {
  /// The kind in words, for messages.
  public var kind: String {
    switch self {
    case .tensor: "Tensor"
    case .float: "Float"
    case .double: "Double"
    case .integer: "Int"
    case .integers: "[Int]"
    case .text: "String"
    case .bytes: "[UInt8]"
    case .list: "list"
    }
  }
}
