package import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of lesson 02.
package let classificationChecks = ExerciseChecks(
  lesson: "classification", oneHotChecks + predictedChecks + accuracyChecks)

private let oneHotChecks: [Check] = [
  .agrees(
    "one-hot-example", Classification.oneHot,
    within: .exact, section: "labels-without-an-order", trials: 1
  ) { _, _ in arguments([0, 2], 3) },
  .agrees(
    "one-hot-agreement",
    Classification.oneHot, within: .exact, section: "labels-without-an-order"
  ) { random, number in
    let classes = 3 + number % 4
    // The first trial has neither the first nor the last class, so that a
    // solution that counts from 1 gets an answer that explains the mistake.
    let range = number == 0 ? 1..<classes - 1 : 0..<classes
    return arguments(random.labels(count: 1 + number % 5, in: range), classes)
  },
  .holds(
    "one-hot-ones", Classification.oneHot,
    within: .exact, section: "labels-without-an-order"
  ) { random, number in
    // Two trials in a row have as many labels and classes.
    let classes = 3 + number / 2 % 3
    let range = number == 0 ? 1..<classes - 1 : 0..<classes
    return arguments(
      random.labels(count: 2 + number / 2 % 3, in: range), classes)
  } property: { trial in
    for (i, row) in trial.tensor.rows.enumerated()
    where row.count(where: { $0 == 1 }) != 1
      || row.contains(where: { $0 != 0 && $0 != 1 })
    {
      return Violation(
        "one-hot-ones", ["row": i, "received": row])
    }
    return nil
  },
  .agrees(
    "one-hot-width",
    Classification.oneHot, within: .exact, section: "labels-without-an-order",
    trials: 8
  ) { random, number in
    // From 6 classes to nearly 1,000, each time about twice as many.
    let least = 6 << (number % 8)
    return arguments(
      random.labels(count: 1 + number % 8, in: 1..<3),
      min(least + random.below(least), 1_000))
  },
  .agrees(
    "one-hot-edges",
    Classification.oneHot, within: .exact, section: "labels-without-an-order",
    trials: 3
  ) { _, number in
    switch number {
    case 0: arguments([1], 2)
    case 1: arguments([0, 0, 0], 1)
    default: arguments([2, 2, 2, 2], 4)
    }
  },
  .agrees(
    "one-hot-many", Classification.oneHot, within: .exact,
    section: "labels-without-an-order", trials: 4
  ) { random, number in
    switch number {
    case 0: return arguments(random.labels(count: 500, in: 0..<10), 10)
    case 1:
      let classes = 20 + random.below(21)
      return arguments(random.labels(count: 500, in: 0..<classes), classes)
    case 2:
      // Labels that do not fit in a byte, and the last class.
      let others = random.labels(count: 5, in: 256..<1_000)
      return arguments([999, 128 + random.below(128)] + others, 1_000)
    default:
      return arguments(random.manyLabels(below: 2), 2)
    }
  },
]

private let predictedChecks: [Check] = [
  .agrees(
    "predicted-example", Classification.predicted,
    section: "the-highest-score-wins", trials: 1
  ) { _, _ in arguments(lessonRows) },
  .holds(
    "predicted-highest",
    Classification.predicted, section: "the-highest-score-wins",
    repeatsCalls: true
  ) { random, number in
    arguments(
      random.distinctScores(rows: 2 + number % 4, columns: 2 + number % 5))
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-square", Classification.predicted,
    section: "the-highest-score-wins", trials: 4
  ) { random, number in
    arguments(random.distinctScores(rows: 3 + number, columns: 3 + number))
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-negative", Classification.predicted,
    section: "the-highest-score-wins", trials: 4
  ) { random, number in
    // Later trials have numbers far below any that a search might start with.
    let size: Float = number == 0 ? 1 : [1e3, 1e6, 1e36][number % 3]
    return arguments(
      (random.distinctScores(rows: 2, columns: 3 + number) - 20) * size)
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-anywhere",
    Classification.predicted, section: "the-highest-score-wins", trials: 3
  ) { random, number in
    // Row i has its highest score in column i.
    let q = 2 + number
    var x = random.distinctScores(rows: q, columns: q)
    for i in 0..<q { x[i, i] = Float(10 + i) }
    return arguments(x)
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-close",
    Classification.predicted, section: "the-highest-score-wins", trials: 8
  ) { random, number in
    arguments(
      number % 8 == 7
        ? random.neighboringScores()
        : random.closeScores(rows: 3, columns: 2 + number, number))
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-ties", Classification.predicted,
    section: "the-highest-score-wins", trials: 4
  ) { random, number in
    arguments(random.tiedScores(rows: 3 + number, columns: 2 + number))
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-edges", Classification.predicted,
    section: "the-highest-score-wins", trials: 4
  ) { random, number in
    number % 2 == 0
      ? arguments(random.distinctScores(rows: 1, columns: 4))
      : arguments(random.distinctScores(rows: 4, columns: 1))
  } property: {
    wrongClass(in: $0)
  },
  .holds(
    "predicted-many",
    Classification.predicted, section: "the-highest-score-wins", trials: 4
  ) { random, number in
    arguments(random.manyScores(number))
  } property: {
    wrongClass(in: $0)
  },
]

/// Scores of both signs, and scores that are all negative, either far below 0 or
/// close to it, which distinguish a search that starts at 0 from one that starts
/// lower.
let ordinaryScores: Inputs = { random, number in
  let x = random.distinctScores(rows: 4 + number % 3, columns: 3 + number % 3)
  return arguments([x, x - 30, x / 100 - 0.5][number % 3])
}

/// Scores and labels; some of the predictions are correct.
let someRight: Inputs = { random, number in
  let x = random.distinctScores(rows: 12 - number % 8, columns: 5 - number % 4)
  guard number % 8 == 7 else { return arguments(x, random.labels(nearTo: x)) }
  // Here there are two classes, and two of five rows are right.
  let best = x.argmax(axis: 1)
  return arguments(x, best.prefix(2) + best.dropFirst(2).map { 1 - $0 })
}

private let accuracyChecks: [Check] = [
  .agrees(
    "accuracy-example",
    Classification.accuracy, section: "how-often-it-is-right",
    trials: 1
  ) { _, _ in arguments(lessonRows, [0, 2]) },
  .holds(
    "accuracy-agreement", Classification.accuracy,
    within: rounding(ofFractionOf: 12),
    section: "how-often-it-is-right", repeatsCalls: true, inputs: someRight
  ) {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-square", Classification.accuracy,
    section: "how-often-it-is-right", trials: 4
  ) { random, number in
    let x = random.distinctScores(rows: 9 - number % 6, columns: 9 - number % 6)
    return arguments(x, random.labels(nearTo: x))
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-all", Classification.accuracy, section: "how-often-it-is-right",
    trials: 4
  ) { random, number in
    let x = random.distinctScores(rows: 2 + number, columns: 3)
    return arguments(x, x.argmax(axis: 1))
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-none", Classification.accuracy, section: "how-often-it-is-right",
    trials: 4
  ) { random, number in
    let x = random.distinctScores(rows: 2 + number, columns: 3)
    return arguments(x, x.argmax(axis: 1).map { ($0 + 1) % 3 })
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-edges", Classification.accuracy, section: "how-often-it-is-right",
    trials: 4
  ) { random, number in
    let shape = number % 2 == 0 ? (1, 4) : (4, 1)
    let x = random.distinctScores(rows: shape.0, columns: shape.1)
    return arguments(x, random.labels(nearTo: x))
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-many",
    Classification.accuracy, section: "how-often-it-is-right", trials: 5
  ) { random, number in
    let x = random.manyScores(number)
    // Nearly all rows may be right, so that their number is large too.
    return arguments(
      x, 2...3 ~= number ? random.mostlyRight(x) : random.labels(nearTo: x))
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-close",
    Classification.accuracy, section: "how-often-it-is-right", trials: 8
  ) { random, number in
    let x =
      number % 8 == 7
      ? random.neighboringScores()
      : random.closeScores(rows: 5, columns: 2 + number, number)
    return arguments(x, random.mostlyRight(x))
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-tied",
    Classification.accuracy, section: "how-often-it-is-right", trials: 4
  ) { random, number in
    let x = random.tiedScores(rows: 4 + number, columns: 3 + number)
    return arguments(x, random.labels(nearTo: x))
  } property: {
    wrongFraction(in: $0)
  },
  .holds(
    "accuracy-ties",
    Classification.accuracy, section: "how-often-it-is-right", trials: 2
  ) { random, number in
    let q = 2 + number % 2
    return arguments(
      Tensor.ones(shape: [60, q]), random.labels(count: 60, in: 0..<q))
  } property: { trial in
    // Even if every choice is random, all or none of 60 are right only by a
    // chance of 1e-10. Of fewer, which shrinking tries, they may be.
    guard trial.tensor(0).shape[0] == 60,
      case .float(let fraction) = trial.received, !(0.01...0.99 ~= fraction)
    else { return nil }
    return Violation("ties", ["received": fraction])
  },
]

/// The two rows of scores from the lesson.
private let lessonRows = Tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])
