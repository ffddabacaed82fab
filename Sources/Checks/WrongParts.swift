internal import Tensors
internal import Wire

extension Subject {
  /// The parts of two answers that differ, with their names, from the first
  /// difference on; nil unless the parts have names and are only summarized.
  func wrongParts(
    of received: WireValue, from expected: WireValue,
    within tolerance: Tolerance
  ) -> (expected: String, received: String)? {
    guard let display, display.value == nil,
      case .list(let came) = received, case .list(let wanted) = expected,
      came.count == parts.count, wanted.count == parts.count
    else { return nil }
    let wrong = parts.indices.filter {
      difference(of: came[$0], from: wanted[$0], within: tolerance) != nil
    }
    guard !wrong.isEmpty else { return nil }
    let pairs = wrong.map { place in
      let name = parts[place]
      if let (wanted, came) = shortened(wanted[place], came[place]) {
        return ("\(name) \(wanted)", "\(name) \(came)")
      }
      let start = firstDifference(
        of: came[place], from: wanted[place], within: tolerance)
      return (
        excerpt(wanted[place], from: start, named: name),
        excerpt(came[place], from: start, named: name)
      )
    }
    return (
      pairs.map(\.0).joined(separator: "; "),
      pairs.map(\.1).joined(separator: "; ")
    )
  }
}

/// A named value; of a large tensor the numbers from one place on.
private func excerpt(
  _ value: WireValue, from start: Int, named name: String
) -> String {
  guard case .tensor(let tensor) = value, tensor.values.count > 6 else {
    return "\(name) \(shown(value))"
  }
  let numbers = tensor.values[start...].prefix(4).map { shown($0) }
  let more = start + 4 < tensor.values.count ? ", …" : ""
  let place = position(of: start, in: tensor.shape)
  return "\(name) from \(place) on: " + numbers.joined(separator: ", ") + more
}
