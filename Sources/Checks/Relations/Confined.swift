internal import System

/// Everything is right but some places, which are always the same ones.
func confined(_ samples: [Sample]) -> Relation? {
  guard samples.allSatisfy({ $0.wrongPlaces != nil }) else { return nil }
  let found = masks.first { $0.covers(samples) }
  return found.map {
    Relation(
      id: "only-\($0.id)",
      words: "Everything is right but \($0.words)\(filling(samples)).")
  }
}

/// The value in all wrong places, if it is 0, 1, -1, NaN, or the same multiple
/// of the right one.
private func filling(_ samples: [Sample]) -> String {
  let numbers = samples.flatMap { sample in
    (sample.wrongPlaces ?? []).map {
      (came: sample.received.numbers[$0], wanted: sample.expected.numbers[$0])
    }
  }
  guard let first = numbers.first?.came else { return "" }
  if numbers.allSatisfy(\.came.isNaN) { return ", where your answer has NaN" }
  if [0, 1, -1].contains(first), numbers.allSatisfy({ $0.came == first }) {
    return ", where your answer has \(Int(first))"
  }
  guard numbers.count >= 3, numbers.allSatisfy({ $0.wanted != 0 }) else {
    return ""
  }
  let ratios = numbers.map { $0.came / $0.wanted }
  guard ratios.allSatisfy({ areClose($0, ratios[0], scale: 0) }) else {
    return ""
  }
  return areClose(ratios[0], -1, scale: 0)
    ? ", where the sign is wrong"
    : ", where your answer has \(significant(ratios[0])) times the right value"
}

/// Places that a mistake often spares or spoils.
private struct Mask: Sendable {
  let id: String
  let words: String

  /// Whether zeros outside say nothing: they are right of themselves.
  var ignoresZeros = false

  /// Which places these are; nil where the sample has none of this kind.
  let places: @Sendable (Sample) -> ((Int) -> Bool)?

  /// Whether the wrong numbers of all samples are those in the mask.
  func covers(_ samples: [Sample]) -> Bool {
    var (wrong, inside, outside, refuting) = (0, 0, 0, 0)
    for sample in samples {
      let bad = sample.wrongPlaces ?? []
      guard let isInside = places(sample) else {
        if bad.isEmpty { continue }
        return false
      }
      guard bad.allSatisfy(isInside) else { return false }
      wrong += bad.count
      var others = 0
      for (place, number) in sample.expected.numbers.enumerated() {
        if isInside(place) {
          // Where the right number is 0, a wrong one may be 0 as well.
          if !ignoresZeros || number != 0 || bad.contains(place) { inside += 1 }
        } else if !ignoresZeros || number != 0 {
          others += 1
        }
      }
      outside += others
      if !bad.isEmpty && others > 0 { refuting += 1 }
    }
    // A number may be right by chance, but not many.
    return refuting >= 3 && outside >= 6 && wrong * 20 >= inside * 19
  }
}

private let masks: [Mask] =
  [
    lines("last-row", "the last row") { row, _, height, _ in
      row == height - 1
    },
    lines("first-row", "the first row") { row, _, _, _ in row == 0 },
    lines("later-rows", "the rows after the first") { row, _, _, _ in row > 0 },
    lines("last-column", "the last column") { _, column, _, width in
      column == width - 1
    },
    lines("first-column", "the first column") { _, column, _, _ in
      column == 0
    },
    lines("later-columns", "the columns after the first") { _, column, _, _ in
      column > 0
    },
    lines("diagonal", "the diagonal") { row, column, _, _ in
      row == column
    },
    lines("off-diagonal", "what is off the diagonal") {
      row, column, _, _ in row != column
    },
    vector("last", "the last value") { $0 == $1 - 1 },
    vector("first", "the first value") { place, _ in place == 0 },
    vector("later", "the values after the first") { place, _ in place > 0 },
    labels("label", "the column of the label in each row", inside: true),
    labels("other", "the columns that are not the label's", inside: false),
  ]
  + signs + comparisons

/// Places of a matrix by row and column.
private func lines(
  _ id: String, _ words: String,
  _ isIn: @escaping @Sendable (Int, Int, Int, Int) -> Bool
) -> Mask {
  Mask(id: id, words: words) { sample in
    let values = sample.expected
    guard values.isMatrix else { return nil }
    let (height, width) = (values.height, values.width)
    return { isIn($0 / width, $0 % width, height, width) }
  }
}

private func vector(
  _ id: String, _ words: String,
  _ isIn: @escaping @Sendable (_ place: Int, _ count: Int) -> Bool
) -> Mask {
  Mask(id: id, words: words) { sample in
    let count = sample.expected.numbers.count
    guard sample.expected.shape.count == 1 else { return nil }
    return { isIn($0, count) }
  }
}

/// The places (i, label of i) of a matrix, or all others.
private func labels(_ id: String, _ words: String, inside: Bool) -> Mask {
  Mask(id: id, words: words) { sample in
    let values = sample.expected
    guard values.isMatrix,
      let labels = sample.labels(height: values.height, width: values.width)
    else { return nil }
    let width = values.width
    return { ($0 % width == labels[$0 / width]) == inside }
  }
}

extension Sample {
  /// The argument that may give a column for each row of a matrix.
  func labels(height: Int, width: Int) -> [Int]? {
    let found = arguments.first {
      $0.value.shape == [height]
        && $0.value.numbers.allSatisfy {
          $0 == $0.rounded() && $0 >= 0 && $0 < Double(width)
        }
    }
    return found?.value.numbers.map { Int($0) }
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
      Mask(
        id: id, words: "where the right value is \(words)", ignoresZeros: true
      ) { sample in
        let numbers = sample.expected.numbers
        return { holds(numbers[$0]) }
      },
      Mask(id: id, words: "where the argument is \(words)") { sample in
        guard
          let argument = sample.arguments.first(where: {
            $0.value.shape == sample.expected.shape
              && !$0.value.shape.isEmpty
          })?.value.numbers
        else { return nil }
        return { holds(argument[$0]) }
      },
    ]
  }
}()

/// Places at which two arguments of the answer's shape compare in some way.
private let comparisons: [Mask] = {
  let kinds: [(String, String, @Sendable (Double) -> Bool)] = [
    ("above", "the first argument is larger than the second", { $0 > 0 }),
    ("below", "the first argument is smaller than the second", { $0 < 0 }),
    ("equal", "the two arguments are equal", { $0 == 0 }),
    (
      "not-above", "the first argument is not larger than the second",
      { $0 <= 0 }
    ),
    (
      "not-below", "the first argument is not smaller than the second",
      { $0 >= 0 }
    ),
    ("far", "the two arguments differ by more than 1", { $0.magnitude > 1 }),
    ("near", "the two arguments differ by less than 1", { $0.magnitude < 1 }),
    ("far", "the two arguments differ by 1 or more", { $0.magnitude >= 1 }),
    ("near", "the two arguments differ by 1 or less", { $0.magnitude <= 1 }),
  ]
  return kinds.map { id, words, holds in
    Mask(id: id, words: "where \(words)", ignoresZeros: true) { sample in
      let pair = sample.arguments.map(\.value)
        .filter { $0.shape == sample.expected.shape && !$0.shape.isEmpty }
      guard pair.count == 2 else { return nil }
      return { holds(pair[0].numbers[$0] - pair[1].numbers[$0]) }
    }
  }
}()
