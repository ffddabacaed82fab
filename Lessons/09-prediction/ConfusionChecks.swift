internal import Checks
internal import Tensors
internal import Wire

// MARK: - The confusion matrix

let confusionChecks: [Check] = [
  .agrees(
    "confusion-example", "the table of the lesson's six examples",
    confusion, within: .exact, section: table, trials: 1
  ) { _, _ in arguments([0, 1, 1, 2, 1, 0], [0, 1, 2, 2, 1, 1], 3) },
  .agrees(
    "confusion-agreement", "counts every pair of true and predicted class",
    confusion, within: .exact, section: table
  ) { random, number in
    random.answers(count: 8 + number, classes: 3 + number % 3)
  },
  .holds(
    "confusion-rows", "each row adds up to the examples of its true class",
    confusion, within: .exact, section: table
  ) { random, number in
    random.answers(count: 9 + number, classes: 2 + number % 4)
  } property: { trial in
    guard case .integers(let y) = trial.arguments[1] else { return nil }
    for (i, row) in rows(of: trial.tensor).enumerated() {
      let count = y.count { $0 == i }
      let sum = row.reduce(0, +)
      if sum != Float(count) {
        return Violation(
          "row \(i) should add up to \(count), the examples of class \(i); "
            + "it adds up to \(sum)",
          expected: shown(trial.expected))
      }
    }
    return nil
  },
  .holds(
    "confusion-swapped", "swapping answers and labels transposes the table",
    confusion, within: .exact, section: table
  ) { random, number in
    random.answers(count: 7 + number, classes: 3 + number % 2)
  } property: { trial in
    let swapped = [trial.arguments[1], trial.arguments[0], trial.arguments[2]]
    let other = try trial.call(swapped).tensor
    guard other == trial.tensor.transposed() else {
      return Violation(
        "with answers and labels swapped the table should be transposed, is "
          + shown(.tensor(other)),
        expected: shown(trial.expected))
    }
    // A transposed table passes the test above, and is still wrong.
    return difference(of: trial.received, from: trial.expected, within: .exact)
      .map { Violation($0, expected: shown(trial.expected)) }
  },
  .agrees(
    "confusion-width", "a row and a column for every class, also unseen ones",
    confusion, within: .exact, section: table, trials: 4
  ) { random, number in
    var call = random.answers(count: 6, classes: 3)
    call[2] = .integer(5 + number)
    return call
  },
  .agrees(
    "confusion-edges", "right for no example, one example and one class",
    confusion, within: .exact, section: table, trials: 4
  ) { _, number in
    switch number {
    case 0: arguments([1], [0], 2)
    case 1: arguments([0, 0, 0], [0, 0, 0], 1)
    case 2: arguments([2, 2], [2, 2], 3)
    default: arguments([Int](), [Int](), 2)
    }
  },
  .agrees(
    "confusion-many", "right for 500 examples, and for dozens of classes",
    confusion, within: .exact, section: table, trials: 2
  ) { random, number in
    random.answers(
      count: 500, classes: number == 0 ? 10 : 25 + random.below(16))
  },
]

private let table = "a-table-of-mistakes"

private let confusion = Subject(
  "confusionMatrix(_:_:classes:)", axes: ["n", "n", ""],
  reference: { (predicted: [Int], y: [Int], classes: Int) in
    counted(predicted, y, classes) { $0 + 1 }
  }, mistakes: confusionMistakes,
  telling: { random, number in
    random.answers(count: 8 + number, classes: 3 + number % 3)
  })

private let confusionMistakes: [KnownMistake] = [
  .confused(
    "transposed",
    "Rows and columns are swapped: the row is the true class, the column the "
      + "predicted one."
  ) { counted($1, $0, $2) { $0 + 1 } },
  .confused(
    "one-for-count",
    "You wrote a 1 where a pair occurs; count how often it occurs."
  ) { counted($0, $1, $2) { _ in 1 } },
  .confused(
    "fractions-of-all",
    "You divided by the number of examples; the table holds counts."
  ) { counted($0, $1, $2) { $0 + 1 } / Float(max($1.count, 1)) },
  .confused(
    "fractions-of-rows",
    "You divided each row by its sum; the table holds counts. The division "
      + "comes in perClassAccuracy."
  ) { predicted, y, classes in
    let counts = counted(predicted, y, classes) { $0 + 1 }
    return counts / counts.sum(axis: 1, keepingDimensions: true)
  },
  .confused(
    "only-right",
    "You counted the examples that are right and left the mistakes out; they "
      + "are what the table is for."
  ) { predicted, y, classes in
    let right = zip(predicted, y).filter { $0 == $1 }
    return counted(right.map(\.0), right.map(\.1), classes) { $0 + 1 }
  },
  .confused(
    "only-wrong",
    "You counted the mistakes and left out what is right; that belongs on "
      + "the diagonal."
  ) { predicted, y, classes in
    let wrong = zip(predicted, y).filter { $0 != $1 }
    return counted(wrong.map(\.0), wrong.map(\.1), classes) { $0 + 1 }
  },
  .confused(
    "last-example-forgotten",
    "The last example is missing: the loop ends one too early."
  ) { counted($0.dropLast(), $1.dropLast(), $2) { $0 + 1 } },
  .confused(
    "classes-ignored",
    "The table has as many rows and columns as `classes` says; some class may "
      + "have no example here."
  ) { predicted, y, _ in
    counted(predicted, y, 1 + max(predicted.max() ?? 0, y.max() ?? 0)) {
      $0 + 1
    }
  },
]

extension KnownMistake {
  fileprivate static func confused(
    _ id: String, _ explanation: String,
    imitation: @escaping @Sendable ([Int], [Int], Int) -> Tensor
  ) -> KnownMistake {
    KnownMistake(id, explanation, section: table, imitation: imitation)
  }
}

/// The table, one example after another; pairs outside it are passed over.
private func counted(
  _ predicted: [Int], _ y: [Int], _ classes: Int, step: (Float) -> Float
) -> Tensor {
  var table = [[Float]](
    repeating: [Float](repeating: 0, count: classes), count: classes)
  for (answer, label) in zip(predicted, y)
  where 0..<classes ~= answer && 0..<classes ~= label {
    table[label][answer] = step(table[label][answer])
  }
  return Tensor(table)
}

// MARK: - The accuracy of each class

let fractionChecks: [Check] = [
  .agrees(
    "fractions-example", "the accuracies of the lesson's table",
    fractions, section: each, trials: 1
  ) { _, _ in arguments(Tensor([[1, 0, 0], [1, 2, 0], [0, 1, 1]])) },
  fractionsHold("fractions-agreement", "what is right of each true class") {
    random, number in random.table(classes: 2 + number % 4)
  },
  .holds(
    "fractions-scale", "twice as many examples change nothing", fractions,
    section: each
  ) { random, number in
    arguments(random.table(classes: 3 + number % 3))
  } property: { trial in
    guard isTable(trial.tensor(0)) else { return nil }
    let twice = try trial.call(arguments(trial.tensor(0) * 2)).tensor
    if let words = difference(
      of: .tensor(twice), from: trial.received, within: .float32)
    {
      return Violation(
        "of a table of twice the counts, \(words)",
        expected: shown(trial.expected))
    }
    return nil
  },
  fractionsHold("fractions-empty", "0 for a class without examples") {
    random, number in
    let q = 3 + number % 3
    var table = random.table(classes: q)
    let empty = random.below(q)
    for j in 0..<q { table[empty, j] = 0 }
    return table
  },
  .agrees(
    "fractions-edges", "right for one class, for all right and all wrong",
    fractions, section: each, trials: 4
  ) { _, number in
    switch number {
    case 0: arguments(Tensor([[7]]))
    case 1: arguments(Tensor([[3, 0], [0, 5]]))
    case 2: arguments(Tensor([[0, 3], [5, 0]]))
    default: arguments(Tensor.zeros(shape: [3, 3]))
    }
  },
  fractionsHold("fractions-ten", "right for ten classes of a thousand") {
    random, _ in random.table(classes: 10) * 50
  },
]

private let each = "one-accuracy-for-each-class"

private func fractionsHold(
  _ id: String, _ title: String,
  table: @escaping @Sendable (inout SeededGenerator, Int) -> Tensor
) -> Check {
  .holds(id, title, fractions, section: each) { random, number in
    arguments(table(&random, number))
  } property: { trial in
    guard isTable(trial.tensor(0)) else { return nil }
    return difference(
      of: trial.received, from: trial.expected, within: .float32
    ).map { Violation($0, expected: shown(trial.expected)) }
  }
}

/// Whether a matrix holds counts: made smaller, a number may become −1.
private func isTable(_ x: Tensor) -> Bool {
  x.values.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
}

private let fractions = Subject(
  "perClassAccuracy(_:)", axes: [""],
  reference: { (table: Tensor) in
    Tensor(
      rows(of: table).enumerated().map { i, row in
        let count = row.reduce(0, +)
        return count == 0 ? 0 : row[i] / count
      })
  }, mistakes: fractionMistakes,
  telling: { random, number in
    arguments(random.table(classes: 2 + number % 4))
  }, promises: { isTable($0[0].tensor) })

private let fractionMistakes: [KnownMistake] = [
  .fraction(
    "empty-class",
    "A class without examples gave 0 / 0, which is not a number (NaN) and "
      + "spoils every mean it enters. Give such a class 0."
  ) { diagonal($0) / $0.sum(axis: 1) },
  .fraction(
    "empty-class",
    "A class without examples should get 0: of nothing, nothing was right."
  ) { table in
    let sums = table.sum(axis: 1)
    let pairs = zip(diagonal(table).values, sums.values)
    return Tensor(pairs.map { $1 == 0 ? 1 : $0 / $1 })
  },
  .fraction(
    "column-sums",
    "You divided by the column sums: how many were predicted to be of a "
      + "class. Divide by the row sums: how many are of it."
  ) { share(of: diagonal($0), in: $0.sum(axis: 0)) },
  .fraction(
    "column-sums",
    "You divided by the column sums: how many were predicted to be of a "
      + "class. Divide by the row sums: how many are of it."
  ) { diagonal($0) / $0.sum(axis: 0) },
  .fraction(
    "of-all-examples",
    "You divided by the number of all examples; divide by those of the class."
  ) { diagonal($0) / $0.sum() },
  .fraction(
    "count-for-fraction",
    "You returned how many are right; divide by the examples of the class."
  ) { diagonal($0) },
  .fraction(
    "integer-division",
    "You divided whole numbers, which drops the fraction: 1 / 2 is 0. Divide "
      + "as Float."
  ) { table in
    let shares = share(of: diagonal(table), in: table.sum(axis: 1))
    return Tensor(shares.values.map { $0.rounded(.down) })
  },
  // A class without examples may come to 1, 0 or NaN.
  .errorRate { 1 - share(of: diagonal($0), in: $0.sum(axis: 1)) },
  .errorRate { share(of: $0.sum(axis: 1) - diagonal($0), in: $0.sum(axis: 1)) },
  .errorRate { 1 - diagonal($0) / $0.sum(axis: 1) },
  .fraction(
    "whole-table",
    "You divided every element of the table; wanted is the diagonal alone, "
      + "one number a class."
  ) { $0 / $0.sum(axis: 1, keepingDimensions: true) },
  .fraction(
    "one-for-all",
    "You returned the accuracy over all classes; wanted is one for each."
  ) { diagonal($0).sum() / $0.sum() },
]

extension KnownMistake {
  fileprivate static func errorRate(
    _ imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    .fraction(
      "error-rate",
      "You returned the fraction that is wrong; wanted is what is right.",
      imitation: imitation)
  }

  fileprivate static func fraction(
    _ id: String, _ explanation: String,
    imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(id, explanation, section: each, imitation: imitation)
  }
}

private func diagonal(_ table: Tensor) -> Tensor {
  Tensor(rows(of: table).enumerated().map { $1[$0] })
}

/// A quotient that is 0 where there is nothing to divide by.
private func share(of parts: Tensor, in wholes: Tensor) -> Tensor {
  Tensor(zip(parts.values, wholes.values).map { $1 == 0 ? 0 : $0 / $1 })
}

private func rows(of x: Tensor) -> [[Float]] {
  (0..<x.shape[0]).map { x.row($0).values }
}

// MARK: - Random inputs

extension SeededGenerator {
  /// Answers and labels, about half of them alike, and the classes.
  fileprivate mutating func answers(
    count: Int, classes: Int
  ) -> [WireValue] {
    let y = (0..<count).map { _ in below(classes) }
    let predicted = y.map { below(2) == 0 ? $0 : below(classes) }
    return arguments(predicted, y, classes)
  }

  /// A table of counts in which every row and every column has examples,
  /// and no two classes are alike.
  fileprivate mutating func table(classes: Int) -> Tensor {
    let values = (0..<classes * classes).map { _ in Float(1 + below(12)) }
    return Tensor(values, shape: [classes, classes])
  }
}
