internal import Checks
internal import Tensors
internal import Wire

/// The functions of lesson 02: what is right, and what is wrong.
enum Classification {
  static let oneHot = Subject(
    "oneHot(_:classes:)", axes: ["n", ""],
    reference: { (labels: [Int], classes: Int) in
      Tensor(hotRows(labels, classes))
    },
    mistakes: oneHotMistakes)

  static let predicted = Subject(
    "predictedClasses(_:)", axes: ["nq"],
    reference: { (x: Tensor) in x.rows.map(winner) },
    mistakes: predictedMistakes, telling: ordinaryScores)

  static let accuracy = Subject(
    "accuracy(_:_:)", axes: ["nq", "n<q"],
    reference: { (x: Tensor, y: [Int]) in
      Float(countRight(x, y)) / Float(y.count)
    }, mistakes: accuracyMistakes, telling: someRight)
}

private let oneHotMistakes: [KnownMistake] = [
  KnownMistake(
    "transposed",
    "You made a row for each class and a column for each example; the "
      + "shape is [n, q], one row an example.",
    section: "labels-without-an-order"
  ) { (labels: [Int], classes: Int) in
    Tensor(hotRows(labels, classes)).transposed()
  },
  .labelsFromOne { $0 - 1 }, .labelsFromOne { $0 + 1 },
  KnownMistake(
    "classes-ignored",
    "The number of columns is `classes`, not the highest label and one "
      + "more: some class may have no example among these.",
    section: "labels-without-an-order"
  ) { (labels: [Int], _: Int) in
    Tensor(hotRows(labels, (labels.max() ?? 0) + 1))
  },
  KnownMistake(
    "label-as-value",
    "You wrote the label itself into its column; the value there is 1.",
    section: "labels-without-an-order"
  ) { (labels: [Int], classes: Int) in
    Tensor(
      zip(labels, hotRows(labels, classes)).map { label, row in
        row.map { $0 * Float(label) }
      })
  },
  KnownMistake(
    "inverted",
    "You wrote a 0 in the column of the label and 1 elsewhere; it is the "
      + "other way round.",
    section: "labels-without-an-order"
  ) { (labels: [Int], classes: Int) in 1 - Tensor(hotRows(labels, classes)) },
  KnownMistake(
    "flat",
    "The values are right, but in one long vector; the shape is [n, q].",
    section: "labels-without-an-order"
  ) { (labels: [Int], classes: Int) in
    Tensor(hotRows(labels, classes).flatMap { $0 })
  },
]

private let predictedMistakes: [KnownMistake] = [
  KnownMistake(
    "over-columns",
    "You looked for the best row of each class (axis 0); wanted is the best "
      + "class of each row, along axis 1.",
    section: "the-highest-score-wins"
  ) { (x: Tensor) in x.transposed().rows.map(winner) },
  KnownMistake(
    "lowest", "You took the lowest score of each row; the highest wins.",
    section: "the-highest-score-wins"
  ) { (x: Tensor) in (-x).rows.map(winner) },
  KnownMistake(
    "counted-from-one", "Classes are counted from 0, as arrays are.",
    section: "labels-without-an-order"
  ) { (x: Tensor) in x.rows.map { winner($0) + 1 } },
  KnownMistake(
    "last-class-forgotten",
    "You never look at the last class: the loop ends one too early.",
    section: "the-highest-score-wins"
  ) { (x: Tensor) in x.rows.map { winner($0.dropLast()) } },
  KnownMistake(
    "starts-at-zero",
    "Your search begins with a highest score of 0, so that negative scores "
      + "never win. Begin with the row's first score.",
    section: "the-highest-score-wins"
  ) { (x: Tensor) in
    x.rows.map { winner([0] + $0.map { max($0, 0) }) }
      .map { max($0 - 1, 0) }
  },
  KnownMistake(
    "flat-position",
    "You return places in the whole matrix; a class is a place within its "
      + "row.",
    section: "the-highest-score-wins"
  ) { (x: Tensor) in
    x.rows.enumerated().map { $0 * x.shape[1] + winner($1) }
  },
]

private let accuracyMistakes: [KnownMistake] = [
  KnownMistake(
    "ties-count",
    "You call an example right when no score is higher than that of its "
      + "class. Then a model that gives all classes the same score is always "
      + "right. Compare the predicted class, the first of the highest ones.",
    section: "how-often-it-is-right"
  ) { (x: Tensor, y: [Int]) in
    let right = zip(x.rows, y).count { row, label in
      row.allSatisfy { $0 <= row[label] }
    }
    return Float(right) / Float(y.count)
  },
  KnownMistake(
    "count-for-fraction",
    "You returned how many rows are right; wanted is the fraction: divide "
      + "by the number of examples.",
    section: "how-often-it-is-right"
  ) { (x: Tensor, y: [Int]) in Float(countRight(x, y)) },
  KnownMistake(
    "integer-division",
    "You divided two Ints, which drops the fraction: 1 / 2 is 0. Convert "
      + "both to Float before you divide.",
    section: "how-often-it-is-right"
  ) { (x: Tensor, y: [Int]) in Float(countRight(x, y) / y.count) },
  KnownMistake(
    "error-rate",
    "You returned the fraction of rows that are wrong; wanted is the "
      + "fraction that is right.",
    section: "how-often-it-is-right"
  ) { (x: Tensor, y: [Int]) in 1 - Float(countRight(x, y)) / Float(y.count) },
  KnownMistake(
    "percent",
    "You returned a percentage; wanted is a fraction between 0 and 1.",
    section: "how-often-it-is-right"
  ) { (x: Tensor, y: [Int]) in
    100 * Float(countRight(x, y)) / Float(y.count)
  },
  KnownMistake(
    "divided-by-classes",
    "You divided by the number of classes; divide by the number of "
      + "examples.",
    section: "how-often-it-is-right"
  ) { (x: Tensor, y: [Int]) in Float(countRight(x, y)) / Float(x.shape[1]) },
  KnownMistake(
    "divided-by-elements",
    "You divided by the number of elements, n · q; divide by the number of "
      + "examples, n.",
    section: "how-often-it-is-right"
  ) { (x: Tensor, y: [Int]) in Float(countRight(x, y)) / Float(x.count) },
  KnownMistake(
    "over-columns",
    "You took the best row of each class (axis 0) for the predictions; "
      + "wanted is the best class of each row, along axis 1.",
    section: "the-highest-score-wins"
  ) { (x: Tensor, y: [Int]) in
    let predicted = x.transposed().rows.map(winner)
    return Float(zip(predicted, y).count { $0 == $1 }) / Float(y.count)
  },
  KnownMistake(
    "mean-score",
    "You averaged the scores of the right classes; accuracy only counts "
      + "how often the right class has the highest.",
    section: "how-often-it-is-right"
  ) { (x: Tensor, y: [Int]) in x.picking(y).mean().item },
]

extension KnownMistake {
  fileprivate static func labelsFromOne(
    _ column: @escaping @Sendable (Int) -> Int
  ) -> KnownMistake {
    KnownMistake(
      "off-by-one",
      "Your 1 stands one column beside the right one: labels are counted "
        + "from 0, as columns are.",
      section: "labels-without-an-order"
    ) { (labels: [Int], classes: Int) throws in
      let columns = labels.map(column)
      guard columns.allSatisfy({ 0..<classes ~= $0 }) else {
        throw NoImitation()
      }
      return Tensor(hotRows(columns, classes))
    }
  }
}

private func hotRows(_ labels: [Int], _ classes: Int) -> [[Float]] {
  labels.map { label in (0..<classes).map { $0 == label ? 1 : 0 } }
}

/// The place of the first highest number; 0 where there is none.
private func winner(_ row: some Collection<Float>) -> Int {
  var best = (place: 0, score: row.first ?? 0)
  for (place, score) in row.enumerated() where score > best.score {
    best = (place, score)
  }
  return best.place
}

private func countRight(_ x: Tensor, _ y: [Int]) -> Int {
  zip(x.rows, y).count { winner($0) == $1 }
}
