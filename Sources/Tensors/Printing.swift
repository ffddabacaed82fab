extension Tensor: CustomStringConvertible {
  /// The elements as nested lists, one matrix row per line.
  ///
  /// Of more than 1,000 elements, only the first and last three along each axis
  /// are shown.
  ///
  /// ```swift
  /// print(Tensor([[1, 2], [3, 4]]))
  /// // prints [[1.0, 2.0],
  /// //         [3.0, 4.0]]
  /// ```
  public var description: String {
    text(axis: 0, offset: 0, size: count, edge: count > 1_000 ? 3 : nil)
  }

  private func text(axis: Int, offset: Int, size: Int, edge: Int?) -> String {
    if axis == rank { return values[offset].text }
    let length = shape[axis]
    if length == 0 { return "[]" }
    let step = size / length
    var parts: [String] = []
    var i = 0
    while i < length {
      if let edge, i == edge, length > 2 * edge {
        parts.append("...")
        i = length - edge
      }
      parts.append(
        text(axis: axis + 1, offset: offset + i * step, size: step, edge: edge))
      i += 1
    }
    let inner = rank - axis - 1
    let separator =
      inner == 0
      ? ", "
      : "," + String(repeating: "\n", count: inner)
        + String(repeating: " ", count: axis + 1)
    return "[" + parts.joined(separator: separator) + "]"
  }
}

extension BinaryFloatingPoint where Self: LosslessStringConvertible {
  /// The number as Swift prints it, except that NaN has no sign.
  ///
  /// The sign of NaN has no meaning, and processors differ: 0 / 0 prints as
  /// "-nan" on one and as "nan" on another.
  package var text: String { isNaN ? "nan" : String(self) }
}

// In a file that imports this module, every message prints numbers this way.
extension DefaultStringInterpolation {
  /// Appends a number; NaN gets no sign.
  package mutating func appendInterpolation(_ number: Float) {
    appendLiteral(number.text)
  }

  /// Appends a number; NaN gets no sign.
  package mutating func appendInterpolation(_ number: Double) {
    appendLiteral(number.text)
  }

  /// Appends a list of numbers; NaN gets no sign.
  package mutating func appendInterpolation<Number>(_ numbers: [Number])
  where Number: BinaryFloatingPoint & LosslessStringConvertible {
    appendLiteral("[\(numbers.map(\.text).joined(separator: ", "))]")
  }
}
