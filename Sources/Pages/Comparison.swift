import Maths

/// What was expected beside what came, the first difference marked and named.
package func comparison(
  expected: String, received: String, on screen: Screen
) -> [Line] {
  let label = "expected  "
  let room = max(16, screen.width - 8 - label.count)
  let difference = firstDifference(expected, received)
  let space = Span(String(repeating: " ", count: label.count))
  func labelled(_ name: String, _ text: String) -> [Line] {
    let range = difference.map { name == label ? $0.expected : $0.received }
    return wrap(marked(text, range), width: room)
      .prefixed(Span(name, .dim), space)
  }
  var lines = labelled(label, expected) + labelled("received  ", received)
  guard let difference else { return lines }
  let column = displayWidth(
    String(decoding: received.utf8.prefix(difference.received.lowerBound), 
      as: UTF8.self))
  let width = difference.received.count
  // The mark stands right below only where nothing was broken into lines.
  if !screen.plain, displayWidth(received) <= room, column + width <= room {
    let mark = String(repeating: " ", count: label.count + column)
    lines.append(
      Line([
        Span(mark),
        Span(String(repeating: "^", count: max(1, width)), [.bad, .strong]),
      ]))
  }
  lines += wrap([Span(difference.words, .dim)], width: room)
    .prefixed(space, space)
  return lines
}

private func marked(_ text: String, _ range: Range<Int>?) -> [Span] {
  guard let range else { return [Span(text)] }
  let bytes = Array(text.utf8)
  func piece(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
  return [
    Span(piece(0..<range.lowerBound)), Span(piece(range), .strong),
    Span(piece(range.upperBound..<bytes.count)),
  ]
}

/// Where two values as shown first differ.
struct Difference: Equatable {
  /// The bytes of the element, in either text.
  var expected: Range<Int>
  var received: Range<Int>
  var words: String
}

/// The first element in which two lists of numbers differ visibly; nil where
/// they are no such lists, or not of the same form.
func firstDifference(_ expected: String, _ received: String) -> Difference? {
  let (left, right) = (elements(of: expected), elements(of: received))
  guard let left, let right, left.count > 1,
    left.map(\.place) == right.map(\.place)
  else { return nil }
  let pairs = zip(left, right).filter { $0.text != $1.text }
  // A last digit that differs is seldom what is wrong.
  let telling =
    pairs.first { !isNear($0.text, $1.text) } ?? pairs.first
  guard let (first, second) = telling else { return nil }
  let place = first.place.map { "\($0)" }.joined(separator: ", ")
  return Difference(
    expected: first.range, received: second.range,
    words: "first difference at [\(place)]: \(first.text) expected, "
      + "\(second.text) received")
}

private func isNear(_ left: String, _ right: String) -> Bool {
  guard let a = Double(left), let b = Double(right) else { return false }
  return a == b || (a - b).magnitude <= 1e-4 * max(1, a.magnitude, b.magnitude)
}

/// An element of a nested list, and its place as Swift would subscript it.
private struct Element {
  var place: [Int]
  var text: String
  var range: Range<Int>
}

/// The elements of a text such as `[[1.0, 2.0], [3.0, 4.0]]`.
private func elements(of text: String) -> [Element]? {
  let bytes = Array(text.utf8)
  guard bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]")
  else { return nil }
  var elements: [Element] = []
  var place: [Int] = []
  var start: Int?
  for (index, byte) in bytes.enumerated() {
    let separates = [
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","),
    ].contains(byte)
    if let begun = start, separates {
      let range = begun..<index
      elements.append(
        Element(
          place: place,
          text: String(decoding: bytes[range], as: UTF8.self), range: range))
      start = nil
    }
    switch byte {
    case UInt8(ascii: "["): place.append(0)
    case UInt8(ascii: "]"):
      guard !place.isEmpty else { return nil }
      place.removeLast()
    case UInt8(ascii: ","):
      guard !place.isEmpty else { return nil }
      place[place.count - 1] += 1
    case UInt8(ascii: " ") where start == nil: break
    default: start = start ?? index
    }
  }
  return elements
}
