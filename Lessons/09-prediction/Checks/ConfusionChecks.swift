internal import Checks
internal import References
internal import Tensors
internal import Wire

// MARK: - The confusion matrix

let confusionChecks: [Check] = [
  .agrees(
    "confusion-example", confusion, within: .exact, section: table, trials: 1
  ) { _, _ in arguments([0, 1, 1, 2, 1, 0], [0, 1, 2, 2, 1, 1], 3) },
  .agrees(
    "confusion-agreement", confusion, within: .exact, section: table
  ) { random, number in
    random.answers(count: 8 + number, classes: 3 + number % 3)
  },
  .holds(
    "confusion-rows", confusion, within: .exact, section: table
  ) { random, number in
    random.answers(count: 9 + number, classes: 2 + number % 4)
  } property: { trial in
    guard case .integers(let y) = trial.arguments[1] else { return nil }
    for (i, row) in trial.tensor.rows.enumerated() {
      let count = y.count { $0 == i }
      let sum = row.reduce(0, +)
      if sum != Float(count) {
        return Violation(
          "confusion-rows", ["class": i, "count": count, "sum": sum])
      }
    }
    return nil
  },
  .holds(
    "confusion-swapped", confusion, within: .exact, section: table
  ) { random, number in
    random.answers(count: 7 + number, classes: 3 + number % 2)
  } property: { trial in
    let swapped = [trial.arguments[1], trial.arguments[0], trial.arguments[2]]
    let other = try trial.call(swapped).tensor
    guard other == trial.tensor.transposed() else {
      return Violation(
        "confusion-swapped", ["table": shown(.tensor(other))])
    }
    // A transposed table passes the test above but is still wrong.
    return difference(of: trial.received, from: trial.expected, within: .exact)
      .map { Violation(.words($0)) }
  },
  .agrees(
    "confusion-width", confusion, within: .exact, section: table, trials: 4
  ) { random, number in
    var call = random.answers(count: 6, classes: 3)
    call[2] = .integer(5 + number)
    return call
  },
  .agrees(
    "confusion-edges", confusion, within: .exact, section: table, trials: 4
  ) { _, number in
    switch number {
    case 0: arguments([1], [0], 2)
    case 1: arguments([0, 0, 0], [0, 0, 0], 1)
    case 2: arguments([2, 2], [2, 2], 3)
    default: arguments([Int](), [Int](), 2)
    }
  },
  .agrees(
    "confusion-many", confusion, within: .exact, section: table, trials: 4
  ) { random, number in
    switch number {
    case 0: random.answers(count: 500, classes: 10)
    case 1: random.answers(count: 500, classes: 25 + random.below(16))
    case 2: random.answersOfThousand()
    default: random.manyAnswers()
    }
  },
]

private let table = "a-table-of-mistakes"

private let confusion = Subject(
  "confusionMatrix(_:_:classes:)", axes: ["n", "n", ""],
  freedom: confusionFreedom,
  reference: { (predicted: [Int], y: [Int], classes: Int) in
    counted(predicted, y, classes) { $0 + 1 }
  }, mistakes: confusionMistakes,
  telling: { random, number in
    random.answers(count: 8 + number, classes: 3 + number % 3)
  })

private let confusionFreedom = [
  FreeDimension("examples", [0, 1, 2, 3, .above(255), .above(65_535)]) {
    (_: [Int], y: [Int], _: Int) in y.count
  },
  FreeDimension("classes", [1, 2, 3, .above(127), 1_000]) {
    (_: [Int], _: [Int], classes: Int) in classes
  },
  FreeDimension("a count", [0, 1, 2, .above(255), .above(65_535)]) {
    (predicted: [Int], y: [Int], classes: Int) in
    counted(predicted, y, classes) { $0 + 1 }.values.map { Double($0) }
  },
  FreeDimension("a true class", [0, 1, .within(128...255), 999]) {
    (_: [Int], y: [Int], _: Int) in y.map(Double.init)
  },
  FreeDimension("a predicted class", [0, 1, .within(128...255), .above(255)]) {
    (predicted: [Int], _: [Int], _: Int) in predicted.map(Double.init)
  },
  FreeDimension("the last class, true and predicted") {
    (predicted: [Int], y: [Int], classes: Int) in
    predicted.contains(classes - 1) && y.contains(classes - 1)
  },
  FreeDimension("a class that is neither true nor predicted") {
    (predicted: [Int], y: [Int], classes: Int) in
    Set(predicted + y).count < classes
  },
  FreeDimension("as many examples as classes") {
    (_: [Int], y: [Int], classes: Int) in y.count == classes
  },
]

private let confusionMistakes: [KnownMistake] = [
  .confused("transposed") { counted($1, $0, $2) { $0 + 1 } },
  .confused("one-for-count") { counted($0, $1, $2) { _ in 1 } },
  .confused("fractions-of-all") {
    counted($0, $1, $2) { $0 + 1 } / Float(max($1.count, 1))
  },
  .confused("fractions-of-rows") { predicted, y, classes in
    let counts = counted(predicted, y, classes) { $0 + 1 }
    return counts / counts.sum(axis: 1, keepingDimensions: true)
  },
  .confused("only-right") { predicted, y, classes in
    let right = zip(predicted, y).filter { $0 == $1 }
    return counted(right.map(\.0), right.map(\.1), classes) { $0 + 1 }
  },
  .confused("only-wrong") { predicted, y, classes in
    let wrong = zip(predicted, y).filter { $0 != $1 }
    return counted(wrong.map(\.0), wrong.map(\.1), classes) { $0 + 1 }
  },
  .confused("last-example-forgotten") {
    counted($0.dropLast(), $1.dropLast(), $2) { $0 + 1 }
  },
  .confused("classes-ignored") { predicted, y, _ in
    counted(predicted, y, 1 + max(predicted.max() ?? 0, y.max() ?? 0)) {
      $0 + 1
    }
  },
]

extension KnownMistake {
  fileprivate static func confused(
    _ key: String,
    imitation: @escaping @Sendable ([Int], [Int], Int) -> Tensor
  ) -> KnownMistake {
    KnownMistake(key, imitation: imitation)
  }
}

// MARK: - Random inputs

extension SeededGenerator {
  /// Answers and labels, about half of them equal, and the number of classes.
  fileprivate mutating func answers(
    count: Int, classes: Int
  ) -> [WireValue] {
    let y = (0..<count).map { _ in below(classes) }
    let predicted = y.map { below(2) == 0 ? $0 : below(classes) }
    return arguments(predicted, y, classes)
  }

  /// Answers among as many classes as there may be.
  fileprivate mutating func answersOfThousand() -> [WireValue] {
    let y = (0..<40).map { _ in below(1_000) } + [999, 0, 512, 998]
    return arguments(y.map { below(2) == 0 ? $0 : 999 - $0 }, y, 1_000)
  }

  /// More answers of one kind than two bytes can count.
  fileprivate mutating func manyAnswers() -> [WireValue] {
    let kinds = [(1, 1), (0, 1), (1, 1), (1, 1), (1, 0), (1, 1), (1, 1)]
    let count = 92_000 + below(100)
    return arguments(
      repeated(kinds.map(\.0), count: count),
      repeated(kinds.map(\.1), count: count), 2)
  }
}
