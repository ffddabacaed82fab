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
  /// Reads a tensor that crossed.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .tensor(let tensor) = wireValue else {
      throw wireValue.isNot("Tensor")
    }
    self = tensor
  }

  /// The tensor's shape and values; its graph stays at home.
  public var wireValue: WireValue { .tensor(self) }
}

extension Float: WireConvertible {
  /// Reads a number that crossed.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .float(let number) = wireValue else {
      throw wireValue.isNot("Float")
    }
    self = number
  }

  /// The number as it crosses.
  public var wireValue: WireValue { .float(self) }
}

extension Double: WireConvertible {
  /// Reads a number that crossed.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .double(let number) = wireValue else {
      throw wireValue.isNot("Double")
    }
    self = number
  }

  /// The number as it crosses.
  public var wireValue: WireValue { .double(self) }
}

extension Int: WireConvertible {
  /// Reads a whole number that crossed.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .integer(let number) = wireValue else {
      throw wireValue.isNot("Int")
    }
    self = number
  }

  /// The number as it crosses.
  public var wireValue: WireValue { .integer(self) }
}

extension UInt64: WireConvertible {
  /// Reads a number that crossed, bit for bit.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .integer(let number) = wireValue else {
      throw wireValue.isNot("UInt64")
    }
    self = UInt64(bitPattern: Int64(number))
  }

  /// The number as it crosses, bit for bit.
  public var wireValue: WireValue { .integer(Int(Int64(bitPattern: self))) }
}

extension String: WireConvertible {
  /// Reads text that crossed.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .text(let text) = wireValue else {
      throw wireValue.isNot("String")
    }
    self = text
  }

  /// The text as it crosses.
  public var wireValue: WireValue { .text(self) }
}

/// A type whose arrays cross the wire.
///
/// Whole numbers and bytes cross packed, all else one value at a time; so
/// each element type says how its arrays travel.
public protocol WireElement: WireConvertible {
  /// Reads an array that crossed.
  static func array(wireValue: WireValue) throws(WireError) -> [Self]

  /// An array as it crosses.
  static func wireValue(of array: [Self]) -> WireValue
}

extension WireElement {
  /// Reads an array that crossed one value at a time.
  public static func array(wireValue: WireValue) throws(WireError) -> [Self] {
    guard case .list(let values) = wireValue else {
      throw wireValue.isNot("[\(Self.self)]")
    }
    var array: [Self] = []
    array.reserveCapacity(values.count)
    for value in values { array.append(try Self(wireValue: value)) }
    return array
  }

  /// An array as it crosses, one value at a time.
  public static func wireValue(of array: [Self]) -> WireValue {
    .list(array.map(\.wireValue))
  }
}

extension Tensor: WireElement {}
extension Float: WireElement {}
extension String: WireElement {}

extension Int: WireElement {
  /// Reads packed whole numbers.
  public static func array(wireValue: WireValue) throws(WireError) -> [Int] {
    guard case .integers(let numbers) = wireValue else {
      throw wireValue.isNot("[Int]")
    }
    return numbers
  }

  /// Packs whole numbers.
  public static func wireValue(of array: [Int]) -> WireValue {
    .integers(array)
  }
}

extension UInt8: WireElement {
  /// Reads a byte that crossed.
  public init(wireValue: WireValue) throws(WireError) {
    guard case .integer(let number) = wireValue,
      let byte = UInt8(exactly: number)
    else { throw wireValue.isNot("UInt8") }
    self = byte
  }

  /// The byte as it crosses.
  public var wireValue: WireValue { .integer(Int(self)) }

  /// Reads packed bytes.
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
  /// Reads an array that crossed.
  public init(wireValue: WireValue) throws(WireError) {
    self = try Element.array(wireValue: wireValue)
  }

  /// The array as it crosses.
  public var wireValue: WireValue { Element.wireValue(of: self) }
}

extension Array: WireElement where Element: WireElement {}

extension WireValue {
  /// The error that says which kind was wanted in this value's place.
  public func isNot(_ wanted: String) -> WireError {
    .unexpectedKind(wanted: wanted, received: kind)
  }
}
