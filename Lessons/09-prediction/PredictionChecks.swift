package import Checks
internal import Tensors
internal import Wire

/// What "right" means for lesson 09.
package let predictionChecks = ExerciseChecks(
  lesson: "prediction", hints: predictionHints,
  nameChecks + confusionChecks + fractionChecks)

// MARK: - Names

private let nameChecks: [Check] = [
  .agrees(
    "names-example", "names the classes of the lesson's rows", names,
    section: naming, trials: 1
  ) { _, _ in
    arguments(
      Tensor([[2, 1, -2], [0, 10, 0.1], [-1, -3, -2]]),
      ["dog", "cat", "chicken"])
  },
  namesHold("names-agreement", "the name with the highest score of each row") {
    random, number in (3 + number % 4, 3 + number % 3)
  },
  namesHold("names-square", "right with as many rows as classes") {
    random, number in (3 + number % 4, 3 + number % 4)
  },
  .holds(
    "names-negative", "right where all scores are negative", names,
    section: naming, trials: 4
  ) { random, number in
    arguments(
      random.scores(rows: 4, columns: 3 + number) - 30,
      random.names(3 + number))
  } property: {
    wrongName(in: $0)
  },
  .holds(
    "names-edges", "right for one row and for one class", names,
    section: naming, trials: 4
  ) { random, number in
    let shape = number % 2 == 0 ? (1, 4) : (4, 1)
    return arguments(
      random.scores(rows: shape.0, columns: shape.1), random.names(shape.1))
  } property: {
    wrongName(in: $0)
  },
  .holds(
    "names-many", "right for 300 rows, and for dozens of classes", names,
    section: naming, trials: 2
  ) { random, number in
    let (n, q) = number == 0 ? (300, 10) : (12, 25 + random.below(16))
    return arguments(random.scores(rows: n, columns: q), random.names(q))
  } property: {
    wrongName(in: $0)
  },
]

private func namesHold(
  _ id: String, _ title: String,
  shape: @escaping @Sendable (inout SeededGenerator, Int) -> (Int, Int)
) -> Check {
  .holds(id, title, names, section: naming) { random, number in
    let (n, q) = shape(&random, number)
    return arguments(random.scores(rows: n, columns: q), random.names(q))
  } property: {
    wrongName(in: $0)
  }
}

/// Whether no row has two highest scores, where either name would be right;
/// made smaller, it may.
private func hasClearWinners(_ x: Tensor) -> Bool {
  rows(of: x).allSatisfy { row in
    let largest = row.max()
    return row.count { $0 == largest } == 1
  }
}

/// A row that does not get the name of its highest score.
private func wrongName(in trial: Trial) -> Violation? {
  difference(of: trial.received, from: trial.expected, within: .exact)
    .map { Violation($0, expected: shown(trial.expected)) }
}

private let names = Subject(
  "predictions(_:names:)", axes: ["n", ""],
  reference: { (x: Tensor, names: [String]) throws in
    try taken(rows(of: x).map { winner($0) }, names)
  }, mistakes: nameMistakes,
  telling: { random, number in
    let (n, q) = (3 + number % 4, 3 + number % 3)
    return arguments(random.scores(rows: n, columns: q), random.names(q))
  }, promises: { hasClearWinners($0[0].tensor) })

private let nameMistakes: [KnownMistake] = [
  .named(
    "over-columns",
    "You looked for the best example of each class (axis 0); wanted is the "
      + "best class of each example, along axis 1."
  ) { rows in rows.first.map { wins(columns: $0.count, of: rows) } ?? [] },
  .named(
    "lowest", "You took the lowest score of each row; the highest wins."
  ) { rows in rows.map { row in winner(row.map { -$0 }) } },
  .named(
    "off-by-one",
    "You took the name beside the right one: classes are counted from 0, as "
      + "names are."
  ) { rows in rows.map { winner($0) + 1 } },
  .named(
    "off-by-one",
    "You took the name beside the right one: classes are counted from 0, as "
      + "names are."
  ) { rows in rows.map { ($0.count + winner($0) - 1) % $0.count } },
  .named(
    "off-by-one",
    "You took the name beside the right one: classes are counted from 0, as "
      + "names are."
  ) { rows in rows.map { (winner($0) + 1) % $0.count } },
  .named(
    "last-class-forgotten",
    "You never look at the last class: the loop ends one too early."
  ) { rows in rows.map { winner($0.dropLast()) } },
  .named(
    "starts-at-zero",
    "Your search begins with a highest score of 0, so that negative scores "
      + "never win. Begin with the row's first score."
  ) { rows in
    rows.map { row in
      winner(row.map { max($0, 0) })
    }
  },
  .named(
    "first-row-only",
    "Every row got the name of the first: take each row's own highest score."
  ) { rows in rows.map { _ in rows.first.map { winner($0) } ?? 0 } },
  KnownMistake(
    "names-sorted",
    "You changed the order of the names; class j has the name at place j.",
    section: naming
  ) { (x: Tensor, names: [String]) throws in
    try taken(rows(of: x).map { winner($0) }, names.sorted())
  },
]

private let naming = "from-scores-to-names"

extension KnownMistake {
  /// A mistake that gives these places of names for the rows of scores.
  fileprivate static func named(
    _ id: String, _ explanation: String,
    places: @escaping @Sendable ([[Float]]) -> [Int]
  ) -> KnownMistake {
    KnownMistake(id, explanation, section: naming) {
      (x: Tensor, names: [String]) throws in
      try taken(places(rows(of: x)), names)
    }
  }
}

/// The names at these places; throws where one is not there, as a program
/// would stop.
private func taken(_ places: [Int], _ names: [String]) throws -> [String] {
  guard places.allSatisfy(names.indices.contains) else { throw NoAnswer() }
  return places.map { names[$0] }
}

private struct NoAnswer: Error {}

/// The place of the first highest number; 0 where there is none.
private func winner(_ row: some Collection<Float>) -> Int {
  var best = (place: 0, score: row.first ?? 0)
  for (place, score) in row.enumerated() where score > best.score {
    best = (place, score)
  }
  return best.place
}

/// For each column, the row with the highest number.
private func wins(columns: Int, of rows: [[Float]]) -> [Int] {
  (0..<columns).map { j in winner(rows.map { $0[j] }) }
}

private func rows(of x: Tensor) -> [[Float]] {
  (0..<x.shape[0]).map { x.row($0).values }
}

extension SeededGenerator {
  /// Scores around 0 in tenths, no two of a row equal.
  fileprivate mutating func scores(rows: Int, columns: Int) -> Tensor {
    let values = (0..<rows).flatMap { _ in
      permutation(of: columns).map { rank in
        Float(10 * (rank - columns / 2) + below(10)) / 10
      }
    }
    return Tensor(values, shape: [rows, columns])
  }

  /// Names without an order, all different.
  fileprivate mutating func names(_ count: Int) -> [String] {
    let animals = [
      "dog", "cat", "chicken", "mule", "goat", "yak", "bee", "fox", "hen",
      "ant",
    ]
    let others = animals.count..<max(count, animals.count)
    let all = animals + others.map { "animal \($0)" }
    return permutation(of: all.count).prefix(count).map { all[$0] }
  }
}
