package import Wire

/// The first element in which two values of one form visibly differ.
package struct Difference: Sendable, Equatable, Codable {
  /// As Swift would subscript it.
  package var place: [Int]
  /// The bytes of the element in the expected value as it is shown.
  package var expected: Range<Int>
  /// Those in the received value.
  package var received: Range<Int>

  package init(place: [Int], expected: Range<Int>, received: Range<Int>) {
    self.place = place
    self.expected = expected
    self.received = received
  }
}

extension Difference {
  fileprivate init?(_ expected: Shown, _ received: Shown) {
    let (left, right) = (expected.elements, received.elements)
    guard !expected.isFull, !received.isFull, left.count > 1,
      left.map(\.place) == right.map(\.place)
    else { return nil }
    let pairs = zip(left, right).filter { $0.words != $1.words }
    // A last digit that differs is seldom what is wrong.
    let telling = pairs.first { !$0.isNear($1) } ?? pairs.first
    guard let (first, second) = telling else { return nil }
    self.init(
      place: first.place, expected: first.range, received: second.range)
  }
}

extension Shown.Element {
  fileprivate var range: Range<Int> { start..<start + words.utf8.count }

  fileprivate func isNear(_ other: Self) -> Bool {
    guard let a = number, let b = other.number else { return false }
    return a == b
      || (a - b).magnitude <= 1e-4 * max(1, a.magnitude, b.magnitude)
  }
}

extension Counterexample {
  /// Two values as they are shown, and where they first differ.
  package init(arguments: String, expected: WireValue, received: WireValue) {
    let (wanted, got) = (Shown(expected), Shown(received))
    self.init(
      arguments: arguments, expected: wanted.words, received: got.words)
    difference = Difference(wanted, got)
  }
}
