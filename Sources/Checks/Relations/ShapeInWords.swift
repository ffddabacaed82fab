internal import System

/// The shape that came, in words: "[the number of examples, 1]".
///
/// Where nothing is known about the numbers, that still tells one shape from
/// another of the same lengths.
func shapeInWords(_ samples: [Sample]) -> Relation? {
  let odd = samples.filter { $0.received.shape != $0.expected.shape }
  // The words must be true of all calls, even of those where the two shapes
  // happen to be the same.
  guard odd.count >= 3, let came = words(for: samples, \.received.shape),
    let wanted = words(for: samples, \.expected.shape)
  else { return nil }
  return Relation(
    id: "shape",
    words: "Your answer has the shape \(came); it should be \(wanted).")
}

private func words(
  for samples: [Sample], _ shape: (Sample) -> [Int]
) -> String? {
  let shapes = samples.map(shape)
  guard let axes = shapes.first?.count,
    shapes.allSatisfy({ $0.count == axes })
  else { return nil }
  let names = (0..<axes).map { axis in
    axisInWords(samples, shapes.map { Double($0[axis]) })
  }
  let known = names.compactMap { $0 }
  return known.count == axes ? "[\(known.joined(separator: ", "))]" : nil
}

/// What the length of one axis is in all samples.
private func axisInWords(
  _ samples: [Sample], _ lengths: [Double]
) -> String? {
  let isConstant = lengths.allSatisfy { $0 == lengths[0] }
  if isConstant, lengths[0] <= 1 { return significant(lengths[0]) }
  let changes: [(String, (Double) -> Double)] = [
    ("#", { $0 }), ("# plus 1", { $0 + 1 }), ("# minus 1", { $0 - 1 }),
    ("twice #", { 2 * $0 }), ("half #", { ($0 / 2).rounded(.down) }),
    ("# squared", { $0 * $0 }),
  ]
  for (words, change) in changes {
    for name in samples[0].lengths.map(\.name) {
      let values = samples.map { sample in
        sample.lengths.first { $0.name == name }.map { change($0.value) }
      }
      // A length that never changes may have another meaning.
      guard Set(values).count > 1, values == lengths.map(Optional.some)
      else { continue }
      return words.split(separator: "#", omittingEmptySubsequences: false)
        .joined(separator: name)
    }
  }
  return isConstant ? significant(lengths[0]) : nil
}
