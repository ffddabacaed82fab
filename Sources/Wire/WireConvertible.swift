public import Tensors

extension WireValue: WireConvertible {
  /// The value itself.
  public init(wireValue: WireValue) {
    self = wireValue
  }

  /// The value itself.
  public var wireValue: WireValue { self }
}

extension Tensor: WireConvertible {
  /// Creates a tensor from a wire value.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .tensor(let tensor) = wireValue else {
      throw wireValue.isNot("Tensor")
    }
    self = tensor
  }

  /// The tensor's shape and values, without its graph.
  public var wireValue: WireValue { .tensor(self) }
}

extension Float: WireConvertible {
  /// Creates a number from a wire value.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .float(let number) = wireValue else {
      throw wireValue.isNot("Float")
    }
    self = number
  }

  /// The number as a wire value.
  public var wireValue: WireValue { .float(self) }
}

extension Double: WireConvertible {
  /// Creates a number from a wire value.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .double(let number) = wireValue else {
      throw wireValue.isNot("Double")
    }
    self = number
  }

  /// The number as a wire value.
  public var wireValue: WireValue { .double(self) }
}

extension Int: WireConvertible {
  /// Creates an integer from a wire value.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .integer(let number) = wireValue else {
      throw wireValue.isNot("Int")
    }
    self = number
  }

  /// The number as a wire value.
  public var wireValue: WireValue { .integer(self) }
}

extension Bool: WireConvertible {
  /// Creates a truth value from a wire value.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .boolean(let isTrue) = wireValue else {
      throw wireValue.isNot("Bool")
    }
    self = isTrue
  }

  /// True or false as a wire value.
  public var wireValue: WireValue { .boolean(self) }
}

extension UInt64: WireConvertible {
  /// Creates a number from a wire value, bit for bit.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .integer(let number) = wireValue else {
      throw wireValue.isNot("UInt64")
    }
    self = UInt64(bitPattern: Int64(number))
  }

  /// The number as a wire value, bit for bit.
  public var wireValue: WireValue { .integer(Int(Int64(bitPattern: self))) }
}

extension String: WireConvertible {
  /// Creates text from a wire value.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .text(let text) = wireValue else {
      throw wireValue.isNot("String")
    }
    self = text
  }

  /// The text as a wire value.
  public var wireValue: WireValue { .text(self) }
}

/// A type whose arrays can be sent over the wire.
///
/// Integers and bytes are packed, and everything else is sent one value at a
/// time; so each element type says how its arrays are sent.
public protocol WireElement: WireConvertible {
  /// Creates an array from a wire value.
  static func array(wireValue: WireValue) throws(WireError) -> [Self]

  /// An array as a wire value.
  static func wireValue(of array: [Self]) -> WireValue
}

extension WireElement {
  /// Creates an array from a list of wire values.
  public static func array(wireValue: WireValue) throws(WireError) -> [Self] {
    guard case .list(let values) = wireValue else {
      throw wireValue.isNot("[\(Self.self)]")
    }
    var array: [Self] = []
    array.reserveCapacity(values.count)
    for value in values { array.append(try Self(wireValue: value)) }
    return array
  }

  /// An array as a list of wire values.
  public static func wireValue(of array: [Self]) -> WireValue {
    .list(array.map(\.wireValue))
  }
}

extension Tensor: WireElement {}
extension Float: WireElement {}
extension String: WireElement {}

extension Int: WireElement {
  /// Creates an array from packed integers.
  public static func array(wireValue: WireValue) throws(WireError) -> [Int] {
    guard case .integers(let numbers) = wireValue else {
      throw wireValue.isNot("[Int]")
    }
    return numbers
  }

  /// Packs integers.
  public static func wireValue(of array: [Int]) -> WireValue {
    .integers(array)
  }
}

extension UInt8: WireElement {
  /// Creates a byte from a wire value.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .integer(let number) = wireValue,
      let byte = UInt8(exactly: number)
    else { throw wireValue.isNot("UInt8") }
    self = byte
  }

  /// The byte as a wire value.
  public var wireValue: WireValue { .integer(Int(self)) }

  /// Creates an array from packed bytes.
  public static func array(wireValue: WireValue) throws(WireError) -> [UInt8] {
    guard case .bytes(let bytes) = wireValue else {
      throw wireValue.isNot("[UInt8]")
    }
    return bytes
  }

  /// Packs bytes.
  public static func wireValue(of array: [UInt8]) -> WireValue {
    .bytes(array)
  }
}

extension Array: WireConvertible where Element: WireElement {
  /// Creates an array from a wire value.
  public init(wireValue: WireValue) throws(WireError) {
    self = try Element.array(wireValue: wireValue)
  }

  /// The array as a wire value.
  public var wireValue: WireValue { Element.wireValue(of: self) }
}

extension Array: WireElement where Element: WireElement {}

extension WireValue {
  /// The error that says which type was expected instead of this value.
  public func isNot(_ wanted: String) -> WireError {
    .unexpectedKind(wanted: wanted, received: kind)
  }
}
