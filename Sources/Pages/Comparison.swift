package import Checks
import Maths

/// The expected and the received value, with the first difference marked and
/// described.
package func comparison(
  _ example: Counterexample, on screen: Screen
) -> [Line] {
  let (expected, received) = (example.expected, example.received)
  let label = "expected  "
  let room = max(16, screen.width - 8 - label.count)
  let difference = example.difference
  let space = Span(String(repeating: " ", count: label.count))
  func labelled(_ name: String, _ text: String) -> [Line] {
    let range = difference.map { name == label ? $0.expected : $0.received }
    return wrap(marked(text, range), width: room)
      .prefixed(Span(name, .dim), space)
  }
  var lines = labelled(label, expected) + labelled("received  ", received)
  guard let difference else { return lines }
  let column = displayWidth(
    String(
      decoding: received.utf8.prefix(difference.received.lowerBound),
      as: UTF8.self))
  let width = difference.received.count
  // A mark lines up with the text above it only if the text was not wrapped.
  if !screen.plain, displayWidth(received) <= room, column + width <= room {
    let mark = String(repeating: " ", count: label.count + column)
    lines.append(
      Line([
        Span(mark),
        Span(String(repeating: "^", count: max(1, width)), [.bad, .strong]),
      ]))
  }
  let place = difference.place.map { "\($0)" }.joined(separator: ", ")
  let words =
    "first difference at [\(place)]: "
    + "\(piece(of: expected, difference.expected)) expected, "
    + "\(piece(of: received, difference.received)) received"
  return lines
    + wrap([Span(words, .dim)], width: room).prefixed(space, space)
}

private func marked(_ text: String, _ range: Range<Int>?) -> [Span] {
  guard let range else { return [Span(text)] }
  return [
    Span(piece(of: text, 0..<range.lowerBound)),
    Span(piece(of: text, range), .strong),
    Span(piece(of: text, range.upperBound..<text.utf8.count)),
  ]
}

private func piece(of text: String, _ bytes: Range<Int>) -> String {
  let rest = text.utf8.dropFirst(bytes.lowerBound).prefix(bytes.count)
  return String(decoding: rest, as: UTF8.self)
}
