/// Answers of another shape whose numbers still say where they come from.
///
/// The shapes themselves stand in the verdict.
func misshapen(_ samples: [Sample]) -> Relation? {
  let odd = samples.filter { $0.received.shape != $0.expected.shape }
  // Of single numbers most things are true.
  let telling = odd.filter {
    max($0.expected.numbers.count, $0.received.numbers.count) > 1
  }
  guard telling.count >= 3 else { return nil }
  if odd.allSatisfy({
    areClose($0.expected.numbers, $0.received.numbers)
  }) {
    return Relation(
      id: "reshaped", words: "The numbers are right; only the shape is not.")
  }
  // For a single number, most of these shapes are the same.
  let isTelling = odd.count { $0.expected.numbers.count > 1 } >= 3
  let found = shapes.first { shape in
    isTelling
      && odd.allSatisfy { sample in
        shape.answer(sample.expected)?.isClose(to: sample.received) == true
      }
  }
  return found.map { Relation(id: $0.id, words: $0.words) }
    ?? summary(odd) ?? spread(odd) ?? unpicked(odd) ?? framed(odd)
}

/// An answer of a wrong shape that is made from the right one.
private struct Shape: Sendable {
  let id: String
  let words: String
  let answer: @Sendable (Values) -> Values?
}

private let shapes =
  [
    Shape(
      id: "transposed",
      words: "Rows and columns are exchanged: the answer is "
        + "the transpose of the right one.", answer: \.transposed),
    single("sum", "You return one number, the sum of those asked for.") {
      $0.reduce(0, +)
    },
    single("average", "You return one number, the mean of those asked for.") {
      $0.reduce(0, +) / Double($0.count)
    },
    single("first", "You return only the first of the numbers asked for.") {
      $0[0]
    },
    single("last", "You return only the last of the numbers asked for.") {
      $0[$0.count - 1]
    },
  ] + along(axis: 0) + along(axis: 1)

/// Answers in which one axis was reduced: removed, or kept with length 1.
private func along(axis: Int) -> [Shape] {
  let ways: [(String, String, @Sendable ([Double]) -> Double)] = [
    ("sum", "sum", { $0.reduce(0, +) }),
    ("average", "mean", { $0.reduce(0, +) / Double($0.count) }),
    ("largest", "maximum", { $0.max() ?? 0 }),
  ]
  return ways.flatMap { id, word, make in
    [true, false].map { keeps in
      Shape(
        id: id,
        words: "Your answer is the \(word) along axis \(axis) of what was "
          + "asked for."
      ) { values in
        guard axis < values.shape.count, values.shape.count < 3 else {
          return nil
        }
        let isVector = values.shape.count == 1
        let lines =
          isVector
          ? [values.numbers] : axis == 0 ? values.columns : values.rows
        var shape = values.shape
        if keeps { shape[axis] = 1 } else { shape.remove(at: axis) }
        return Values(lines.map(make), shape: shape)
      }
    }
  }
}

private func single(
  _ id: String, _ words: String,
  _ make: @escaping @Sendable ([Double]) -> Double
) -> Shape {
  Shape(id: id, words: words) { values in
    values.numbers.isEmpty ? nil : Values([make(values.numbers)], shape: [])
  }
}

/// One number was asked for and several came, which make it up.
private func summary(_ samples: [Sample]) -> Relation? {
  guard samples.allSatisfy({ $0.expected.shape.isEmpty }),
    samples.contains(where: { $0.received.numbers.count > 1 })
  else { return nil }
  func all(_ make: ([Double]) -> Double) -> Bool {
    samples.allSatisfy {
      areClose(make($0.received.numbers), $0.expected.numbers[0], scale: 1)
    }
  }
  if all({ $0.reduce(0, +) / Double($0.count) }) {
    return Relation(
      id: "terms",
      words: "You return the single terms; the answer is their mean.")
  }
  if all({ $0.reduce(0, +) }) {
    return Relation(
      id: "terms",
      words: "You return the single terms; the answer is their sum.")
  }
  return nil
}

/// A vector was asked for and a matrix came, as where [n, 1] met [n].
private func spread(_ samples: [Sample]) -> Relation? {
  func all(_ holds: (Sample) -> Bool) -> Bool { samples.allSatisfy(holds) }
  guard
    all({
      $0.received.isMatrix && !$0.expected.numbers.isEmpty
        && $0.received.width == $0.expected.numbers.count
    }), samples.contains(where: { $0.received.height > 1 })
  else { return nil }
  if all({ sample in
    sample.received.rows.allSatisfy {
      Values($0, shape: sample.expected.shape).isClose(to: sample.expected)
    }
  }) {
    return Relation(
      id: "repeated",
      words: "Each row of your answer is the whole right answer: it comes "
        + "several times, once for each row.")
  }
  if all({ sample in
    sample.received.height == sample.received.width
      && Values(
        sample.received.rows.enumerated().map { $1[$0] },
        shape: sample.expected.shape
      ).isClose(to: sample.expected)
  }) {
    return Relation(
      id: "diagonal",
      words: "The right numbers stand on the diagonal of your answer: every "
        + "row was combined with every other. A shape [n, 1] beside a shape "
        + "[n] gives [n, n].")
  }
  return nil
}

/// One number of each row was asked for, the one in the column of the row's
/// label, and the whole rows came.
private func unpicked(_ samples: [Sample]) -> Relation? {
  let holds = samples.allSatisfy { sample in
    let (came, wanted) = (sample.received, sample.expected)
    guard came.isMatrix, wanted.shape == [came.height],
      let labels = sample.labels(height: came.height, width: came.width)
    else { return false }
    let picked = zip(came.rows, labels).map { $0[$1] }
    return Values(picked, shape: wanted.shape).isClose(to: wanted)
  }
  return holds
    ? Relation(
      id: "unpicked",
      words: "The right number of each row is in the column of its label. "
        + "Pick that number, and leave out the other columns.") : nil
}

/// A matrix came that is too large, with the right one at its top left.
private func framed(_ samples: [Sample]) -> Relation? {
  let holds = samples.allSatisfy { sample in
    let (came, wanted) = (sample.received, sample.expected)
    guard came.isMatrix, wanted.isMatrix, came.height > wanted.height,
      came.width > wanted.width
    else { return false }
    let rows = came.rows.prefix(wanted.height)
    return Values(
      rows.flatMap { $0.prefix(wanted.width) }, shape: wanted.shape
    ).isClose(to: wanted)
  }
  return holds
    ? Relation(
      id: "framed",
      words: "The right answer is at the top left of yours, which has too many "
        + "rows and columns.") : nil
}

extension Values {
  /// The transpose of a matrix; nil for other shapes.
  var transposed: Values? {
    isMatrix ? Values(columns.flatMap { $0 }, shape: shape.reversed()) : nil
  }
}
