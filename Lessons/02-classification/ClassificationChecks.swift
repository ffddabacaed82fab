package import Checks
internal import Tensors
internal import Wire

/// What "right" means for lesson 02.
package let classificationChecks = ExerciseChecks(
  lesson: "classification", hints: classificationHints,
  oneHotChecks + predictedChecks + accuracyChecks)

private let oneHotChecks: [Check] = [
  .agrees(
    "one-hot-example", "dog and chicken of three classes", oneHot,
    within: .exact, section: "labels-without-an-order", trials: 1
  ) { _, _ in arguments([0, 2], 3) },
  .agrees(
    "one-hot-agreement", "each row has its 1 in the column of its label",
    oneHot, within: .exact, section: "labels-without-an-order"
  ) { random, number in
    let classes = 3 + number % 4
    // At first neither the first nor the last class, so that whoever counts
    // from 1 gets an answer, and is told so.
    let range = number == 0 ? 1..<classes - 1 : 0..<classes
    return arguments(random.labels(count: 1 + number % 5, in: range), classes)
  },
  .holds(
    "one-hot-ones", "each row is zeros and a single 1", oneHot,
    within: .exact, section: "labels-without-an-order"
  ) { random, number in
    let classes = 3 + number % 3
    let range = number == 0 ? 1..<classes - 1 : 0..<classes
    return arguments(random.labels(count: 2 + number % 3, in: range), classes)
  } property: { trial in
    for (i, row) in rows(of: trial.tensor).enumerated()
    where row.count(where: { $0 == 1 }) != 1
      || row.contains(where: { $0 != 0 && $0 != 1 })
    {
      return Violation(
        "row \(i) should be zeros and a single 1, is \(row)",
        expected: shown(trial.expected))
    }
    return nil
  },
  .agrees(
    "one-hot-width", "a column for every class, also those no label has",
    oneHot, within: .exact, section: "labels-without-an-order", trials: 4
  ) { random, number in
    arguments(random.labels(count: 1 + number, in: 1..<3), 6 + number)
  },
  .agrees(
    "one-hot-edges", "right for one label, one class and equal labels",
    oneHot, within: .exact, section: "labels-without-an-order", trials: 3
  ) { _, number in
    switch number {
    case 0: arguments([1], 2)
    case 1: arguments([0, 0, 0], 1)
    default: arguments([2, 2, 2, 2], 4)
    }
  },
  .agrees(
    "one-hot-many", "right for 500 labels", oneHot, within: .exact,
    section: "labels-without-an-order", trials: 1
  ) { random, _ in arguments(random.labels(count: 500, in: 0..<10), 10) },
]

private let predictedChecks: [Check] = [
  .agrees(
    "predicted-example", "the classes of the lesson's two rows", predicted,
    section: "the-highest-score-wins", trials: 1
  ) { _, _ in arguments(lessonRows) },
  .holds(
    "predicted-highest", "the class with the highest score of each row",
    predicted, section: "the-highest-score-wins"
  ) { random, number in
    arguments(random.scores(rows: 2 + number % 4, columns: 2 + number % 5))
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-square", "right with as many rows as columns", predicted,
    section: "the-highest-score-wins", trials: 4
  ) { random, number in
    arguments(random.scores(rows: 3 + number, columns: 3 + number))
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-negative", "right where all scores are negative", predicted,
    section: "the-highest-score-wins", trials: 4
  ) { random, number in
    arguments(random.scores(rows: 2, columns: 3 + number) - 20)
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-anywhere", "every class can win, the first and the last too",
    predicted, section: "the-highest-score-wins", trials: 3
  ) { random, number in
    // Row i has its highest score in column i.
    let q = 2 + number
    var x = random.scores(rows: q, columns: q)
    for i in 0..<q { x[i, i] = Float(10 + i) }
    return arguments(x)
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-edges", "right for one row and for one class", predicted,
    section: "the-highest-score-wins", trials: 4
  ) { random, number in
    number % 2 == 0
      ? arguments(random.scores(rows: 1, columns: 4))
      : arguments(random.scores(rows: 4, columns: 1))
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-many", "right for 500 rows", predicted,
    section: "the-highest-score-wins", trials: 1
  ) { random, _ in
    arguments(random.scores(rows: 500, columns: 10))
  } property: {
    wrongClass(in: $0)
  },
]

private let accuracyChecks: [Check] = [
  .agrees(
    "accuracy-example", "one of the lesson's two rows is right",
    accuracyUndiagnosed, section: "how-often-it-is-right", trials: 1
  ) { _, _ in arguments(lessonRows, [0, 2]) },
  .holds(
    "accuracy-agreement", "the fraction of rows that are right", accuracy,
    section: "how-often-it-is-right"
  ) { random, number in
    let x = random.scores(rows: 12 - number % 8, columns: 5 - number % 4)
    return arguments(x, random.labels(nearTo: x))
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-square", "right with as many rows as classes", accuracy,
    section: "how-often-it-is-right", trials: 4
  ) { random, number in
    let x = random.scores(rows: 9 - number % 6, columns: 9 - number % 6)
    return arguments(x, random.labels(nearTo: x))
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-all", "1 where every row is right",
    accuracyUndiagnosed, section: "how-often-it-is-right", trials: 4
  ) { random, number in
    let x = random.scores(rows: 2 + number, columns: 3)
    return arguments(x, x.argmax(axis: 1))
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-none", "0 where no row is right",
    accuracyUndiagnosed, section: "how-often-it-is-right", trials: 4
  ) { random, number in
    let x = random.scores(rows: 2 + number, columns: 3)
    return arguments(x, x.argmax(axis: 1).map { ($0 + 1) % 3 })
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-edges", "right for one row and for one class",
    accuracyUndiagnosed, section: "how-often-it-is-right", trials: 4
  ) { random, number in
    let shape = number % 2 == 0 ? (1, 4) : (4, 1)
    let x = random.scores(rows: shape.0, columns: shape.1)
    return arguments(x, random.labels(nearTo: x))
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-many", "right for 500 rows", accuracy,
    section: "how-often-it-is-right", trials: 1
  ) { random, _ in
    let x = random.scores(rows: 500, columns: 10)
    return arguments(x, random.labels(nearTo: x))
  } property: {
    wrongFraction(in: $0)
  },
]

/// The two rows that the lesson works with.
private let lessonRows = Tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])

// MARK: - Properties

/// A row whose predicted class is not the one with the highest score.
///
/// Where two scores of a row are highest, either class would be right; such
/// rows, which come up while an input is made smaller, are not held against
/// anybody.
private func wrongClass(in trial: Trial) -> Violation? {
  guard case .integers(let classes) = trial.received,
    case .integers(let right) = trial.expected,
    hasClearWinners(trial.tensor(0)),
    let i = right.indices.first(where: { right[$0] != classes[$0] })
  else { return nil }
  return Violation(
    "row \(i) has its highest score in class \(right[i]), not \(classes[i])",
    expected: shown(trial.expected))
}

/// A fraction other than that of the rows that are right.
private func wrongFraction(in trial: Trial) -> Violation? {
  guard hasClearWinners(trial.tensor(0)) else { return nil }
  return difference(
    of: trial.received, from: trial.expected, within: .float32
  ).map { Violation($0, expected: shown(trial.expected)) }
}

private func hasClearWinners(_ x: Tensor) -> Bool {
  rows(of: x).allSatisfy { row in
    let largest = row.max()
    return row.count { $0 == largest } == 1
  }
}

// MARK: - What is right, and what is wrong

private let oneHot = Subject(
  "oneHot(_:classes:)", axes: ["n", ""],
  reference: { (labels: [Int], classes: Int) in
    Tensor(hotRows(labels, classes))
  },
  mistakes: [
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
  ])

private let predicted = Subject(
  "predictedClasses(_:)", axes: ["nq"],
  reference: { (x: Tensor) in rows(of: x).map(winner) },
  mistakes: [
    KnownMistake(
      "over-columns",
      "You looked for the best row of each class (axis 0); wanted is the best "
        + "class of each row, along axis 1.",
      section: "the-highest-score-wins"
    ) { (x: Tensor) in rows(of: x.transposed()).map(winner) },
    KnownMistake(
      "lowest", "You took the lowest score of each row; the highest wins.",
      section: "the-highest-score-wins"
    ) { (x: Tensor) in rows(of: -x).map(winner) },
    KnownMistake(
      "counted-from-one", "Classes are counted from 0, as arrays are.",
      section: "labels-without-an-order"
    ) { (x: Tensor) in rows(of: x).map { winner($0) + 1 } },
    KnownMistake(
      "last-class-forgotten",
      "You never look at the last class: the loop ends one too early.",
      section: "the-highest-score-wins"
    ) { (x: Tensor) in rows(of: x).map { winner($0.dropLast()) } },
    KnownMistake(
      "starts-at-zero",
      "Your search begins with a highest score of 0, so that negative scores "
        + "never win. Begin with the row's first score.",
      section: "the-highest-score-wins"
    ) { (x: Tensor) in
      rows(of: x).map { winner([0] + $0.map { max($0, 0) }) }
        .map { max($0 - 1, 0) }
    },
    KnownMistake(
      "flat-position",
      "You return places in the whole matrix; a class is a place within its "
        + "row.",
      section: "the-highest-score-wins"
    ) { (x: Tensor) in
      rows(of: x).enumerated().map { $0 * x.shape[1] + winner($1) }
    },
  ])

private let accuracy = accuracySubject(mistakes: accuracyMistakes)

/// For inputs so small or alike that several mistakes come to the same.
private let accuracyUndiagnosed = accuracySubject(mistakes: [])

private func accuracySubject(mistakes: [KnownMistake]) -> Subject {
  Subject(
    "accuracy(_:_:)", axes: ["nq", "n<q"],
    reference: { (x: Tensor, y: [Int]) in
      Float(countRight(x, y)) / Float(y.count)
    }, mistakes: mistakes)
}

private let accuracyMistakes = [
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
    let predicted = rows(of: x.transposed()).map(winner)
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
      guard columns.allSatisfy({ 0..<classes ~= $0 }) else { throw NoAnswer() }
      return Tensor(hotRows(columns, classes))
    }
  }
}

/// Where a mistake gives no answer, because the program stops.
private struct NoAnswer: Error {}

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
  zip(rows(of: x), y).count { winner($0) == $1 }
}

/// The rows of a matrix.
private func rows(of x: Tensor) -> [[Float]] {
  (0..<x.shape[0]).map { x.row($0).values }
}

// MARK: - Random inputs

extension SeededGenerator {
  fileprivate mutating func labels(count: Int, in range: Range<Int>) -> [Int] {
    (0..<count).map { _ in range.lowerBound + below(range.count) }
  }

  /// Scores around 0 in tenths, no two of a row equal.
  fileprivate mutating func scores(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows).flatMap { _ in
      permutation(of: columns).map { rank in
        Float(10 * (rank - columns / 2) + below(10)) / 10
      }
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// Labels of which about half are the highest scores of their rows.
  fileprivate mutating func labels(nearTo x: Tensor) -> [Int] {
    x.argmax(axis: 1).map { below(2) == 0 ? $0 : below(x.shape[1]) }
  }
}
