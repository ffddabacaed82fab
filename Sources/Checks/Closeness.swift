internal import System
internal import Tensors
package import Wire

/// How far a correct answer may be from the reference.
///
/// A number is close if it differs by at most `absolute` plus `relative` times
/// the expected one. An infinity is close to itself; NaN is close to nothing,
/// unless `nanEqualsNaN`.
package struct Tolerance: Sendable, Equatable {
  package var relative: Double
  package var absolute: Double

  package init(relative: Double, absolute: Double) {
    self.relative = relative
    self.absolute = absolute
  }

  /// For results of a few Float32 operations, each accurate to half a unit in
  /// the last place (6e-8): room for a hundred of them.
  package static let float32 = Tolerance(relative: 1e-5, absolute: 1e-6)

  /// Accepts only the same value.
  package static let exact = Tolerance(relative: 0, absolute: 0)

  func accepts(
    _ received: Double, for expected: Double, nanEqualsNaN: Bool
  ) -> Bool {
    if received == expected { return true }
    if received.isNaN && expected.isNaN { return nanEqualsNaN }
    guard received.isFinite, expected.isFinite else { return false }
    return (received - expected).magnitude
      <= absolute + relative * expected.magnitude
  }
}

/// Describes the first difference between a value and the expected one.
///
/// Nil if the values are close.
package func difference(
  of received: WireValue, from expected: WireValue, within tolerance: Tolerance,
  nanEqualsNaN: Bool = false, parts: [String] = []
) -> String? {
  if received == expected { return nil }
  if let mismatch = mismatch(of: received, with: expected) { return mismatch }
  switch (received, expected) {
  case (.list(let received), .list(let expected)):
    for (index, pair) in zip(received, expected).enumerated() {
      if let words = difference(
        of: pair.0, from: pair.1, within: tolerance, nanEqualsNaN: nanEqualsNaN)
      {
        guard parts.indices.contains(index) else {
          return expected[index].calling(words, at: index)
        }
        if let (wanted, got) = shortened(pair.1, pair.0) {
          return "\(parts[index]) should be \(wanted), is \(got)"
        }
        return "\(parts[index]): \(words)"
      }
    }
    return nil
  case (.boolean(let received), .boolean(let expected)):
    return received == expected
      ? nil : "should be \(expected), is \(received)"
  case (.text(let received), .text(let expected)):
    return received == expected
      ? nil : "should be \"\(expected)\", is \"\(received)\""
  default:
    let (got, wanted) = (received.numbers, expected.numbers)
    let wrong = firstWrong(
      in: received, from: expected, within: tolerance,
      nanEqualsNaN: nanEqualsNaN)
    if let index = wrong {
      let place = expected.place(of: index)
      return "\(place) should be \(shown(wanted[index], like: expected)), "
        + "is \(shown(got[index], like: received))"
    }
    return nil
  }
}

/// The flat index of the first number that is not close to the expected one;
/// nil if there is none.
private func firstWrong(
  in received: WireValue, from expected: WireValue,
  within tolerance: Tolerance, nanEqualsNaN: Bool = false
) -> Int? {
  firstIndex(of: received.numbers, with: expected.numbers) {
    received, expected in
    !tolerance.accepts(received, for: expected, nanEqualsNaN: nanEqualsNaN)
  }
}

/// As above; 0 if there is none.
func firstDifference(
  of received: WireValue, from expected: WireValue, within tolerance: Tolerance
) -> Int {
  firstWrong(in: received, from: expected, within: tolerance) ?? 0
}

/// Describes how the kinds or shapes of two values differ.
///
/// Nil if they are the same; they are compared before any number is.
package func mismatch(
  of received: WireValue, with expected: WireValue
) -> String? {
  switch (received, expected) {
  case (.tensor(let received), .tensor(let expected)):
    received.shape == expected.shape
      ? nil
      : "the shape should be \(described(expected.shape)), "
        + "is \(described(received.shape))"
  case (.list(let received), .list(let expected)):
    received.count != expected.count
      ? miscount(received.count, for: expected.count, of: "value")
      : zip(received, expected).lazy.compactMap { mismatch(of: $0, with: $1) }
        .first
  case (.integers(let received), .integers(let expected)):
    received.count == expected.count
      ? nil
      : miscount(received.count, for: expected.count, of: "number")
  case (.bytes(let received), .bytes(let expected)):
    received.count == expected.count
      ? nil : miscount(received.count, for: expected.count, of: "byte")
  default:
    received.kind == expected.kind
      ? nil : "the type should be \(expected.kind), is \(received.kind)"
  }
}

/// A shape as it is written; of a single number, what it is.
private func described(_ shape: [Int]) -> String {
  shape.isEmpty ? "[] (a single number)" : "\(shape)"
}

/// Says that there are too many or too few.
private func miscount(
  _ received: Int, for expected: Int, of unit: String
) -> String {
  "there should be \(counted(expected, unit)), there "
    + (received == 1 ? "is 1" : "are \(received)")
}

/// A count with its unit: "1 byte", "2 bytes".
package func counted(_ count: Int, _ unit: String) -> String {
  count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
}

extension WireValue {
  /// Describes the position of the number at a flat index.
  fileprivate func place(of index: Int) -> String {
    switch self {
    case .tensor(let tensor) where tensor.shape.count > 0:
      return "element \(position(of: index, in: tensor.shape))"
    case .integers, .bytes:
      return "element [\(index)]"
    default:
      return "it"
    }
  }
}

/// Two single numbers with four digits, or more if they would look equal; nil
/// for anything else.
func shortened(
  _ first: WireValue, _ second: WireValue
) -> (String, String)? {
  guard case .float(let first) = first, case .float(let second) = second else {
    return nil
  }
  let full = (shown(first), shown(second))
  func short(_ words: String) -> String {
    words.count > 6 ? Double(words).map { significant($0) } ?? words : words
  }
  let pair = (short(full.0), short(full.1))
  return Double(pair.0) == Double(pair.1) ? full : pair
}

/// The position of the number at a flat index.
func position(of index: Int, in shape: [Int]) -> [Int] {
  var rest = index
  return shape.reversed().map { size in
    defer { rest /= size }
    return rest % size
  }.reversed()
}

extension WireValue {
  /// The words, with the element of the list that they are about.
  fileprivate func calling(_ words: String, at index: Int) -> String {
    let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"]
    let ordinal =
      ordinals.indices.contains(index) ? "\(ordinals[index]) " : ""
    let number = ordinal.isEmpty ? " \(index + 1)" : ""
    return switch self {
    case .tensor:
      "in the \(ordinal)tensor\(number) of the result, \(words)"
    case .integers, .list, .bytes:
      "in the \(ordinal)list\(number) of the result, \(words)"
    case .text, .float, .double, .integer, .boolean:
      "element [\(index)] \(words)"
    }
  }
}

private func shown(_ number: Double, like value: WireValue) -> String {
  switch value {
  case .tensor, .float: shown(Float(number))
  // Int.max is not exact as a Double, and must not trap here.
  case .integer, .integers, .bytes:
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  default: shown(number)
  }
}
