/// Everything is right but some places, which are always the same ones.
func confined(_ samples: [Sample]) -> Relation? {
  let shaped = samples.filter { $0.wrongPlaces != nil }
  guard shaped.count == samples.count else { return nil }
  for mask in masks {
    let marked = samples.map { ($0, mask.places($0)) }
    guard marked.allSatisfy({ $1 != nil }) else { continue }
    var wrong = 0
    var inside = 0
    var outside = 0
    var refuting = 0
    let holds = marked.allSatisfy { sample, places in
      guard let places, let bad = sample.wrongPlaces, bad.isSubset(of: places)
      else { return false }
      wrong += bad.count
      inside += places.count
      outside += sample.expected.numbers.count - places.count
      let isTelling = places.count < sample.expected.numbers.count
      if !bad.isEmpty && isTelling { refuting += 1 }
      return true
    }
    // A number may be right by chance, but not many.
    guard holds, refuting >= 3, outside >= 6, wrong * 5 >= inside * 4 else {
      continue
    }
    return Relation(
      id: "only-\(mask.id)",
      words: "Everything is right but \(mask.words)\(filling(marked)).")
  }
  return nil
}

/// What stands in all the wrong places, where it is one number.
private func filling(_ marked: [(Sample, Set<Int>?)]) -> String {
  let numbers = marked.flatMap { sample, _ in
    (sample.wrongPlaces ?? []).map { sample.received.numbers[$0] }
  }
  guard let first = numbers.first,
    numbers.allSatisfy({ areClose($0, first, scale: 0) })
  else { return "" }
  return ", where \(first.isNaN ? "NaN" : constantName(first)) stands"
}

private struct Mask: Sendable {
  let id: String
  let words: String
  let places: @Sendable (Sample) -> Set<Int>?
}

/// The places that a mistake often spares or spoils.
private let masks: [Mask] =
  [
    lines("last-row", "the last row") { row, _, height, _ in
      row == height - 1
    },
    lines("first-row", "the first row") { row, _, _, _ in row == 0 },
    lines("last-column", "the last column") { _, column, _, width in
      column == width - 1
    },
    lines("first-column", "the first column") { _, column, _, _ in
      column == 0
    },
    lines("diagonal", "the diagonal") { row, column, _, _ in row == column },
    lines("off-diagonal", "what is off the diagonal") { row, column, _, _ in
      row != column
    },
    vector("last", "the last value") { $0 - 1 },
    vector("first", "the first value") { _ in 0 },
    labels("label", "the column of the label in each row", inside: true),
    labels("other", "the columns that are not the label's", inside: false),
  ]
  + signs

private func lines(
  _ id: String, _ words: String,
  _ isIn: @escaping @Sendable (Int, Int, Int, Int) -> Bool
) -> Mask {
  Mask(id: id, words: words) { sample in
    let values = sample.expected
    guard values.isMatrix else { return nil }
    return Set(
      values.numbers.indices.filter {
        isIn($0 / values.width, $0 % values.width, values.height, values.width)
      })
  }
}

private func vector(
  _ id: String, _ words: String, _ place: @escaping @Sendable (Int) -> Int
) -> Mask {
  Mask(id: id, words: words) { sample in
    let count = sample.expected.numbers.count
    guard sample.expected.shape.count == 1 else { return nil }
    return count == 0 ? [] : [place(count)]
  }
}

/// The places (i, label of i) of a matrix, or all others.
private func labels(_ id: String, _ words: String, inside: Bool) -> Mask {
  Mask(id: id, words: words) { sample in
    let values = sample.expected
    guard values.isMatrix,
      let labels = sample.arguments.first(where: {
        $0.value.shape == [values.height]
          && $0.value.numbers.allSatisfy {
            $0 == $0.rounded() && $0 >= 0 && $0 < Double(values.width)
          }
      })?.value.numbers
    else { return nil }
    return Set(
      values.numbers.indices.filter {
        (Double($0 % values.width) == labels[$0 / values.width]) == inside
      })
  }
}

/// Where a number of the arguments, or the right answer, has some sign.
private let signs: [Mask] = {
  let kinds: [(String, String, @Sendable (Double) -> Bool)] = [
    ("negative", "negative", { $0 < 0 }), ("positive", "positive", { $0 > 0 }),
    ("zero", "0", { $0 == 0 }), ("large", "above 1", { $0 > 1 }),
    ("large", "beyond 1, on either side", { $0.magnitude > 1 }),
  ]
  return kinds.flatMap { id, words, holds in
    [
      Mask(id: id, words: "where the right value is \(words)") { sample in
        Set(
          sample.expected.numbers.indices.filter {
            holds(sample.expected.numbers[$0])
          })
      },
      Mask(id: id, words: "where the argument is \(words)") { sample in
        guard
          let argument = sample.arguments.first(where: {
            $0.value.shape == sample.expected.shape
              && !$0.value.shape.isEmpty
          })?.value.numbers
        else { return nil }
        return Set(argument.indices.filter { holds(argument[$0]) })
      },
    ]
  }
}()
