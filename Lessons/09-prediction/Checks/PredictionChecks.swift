package import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of lesson 09.
package let predictionChecks = ExerciseChecks(
  lesson: "prediction", nameChecks + confusionChecks + fractionChecks)

// MARK: - Names

private let nameChecks: [Check] = [
  .agrees(
    "names-example", names,
    section: naming, trials: 1
  ) { _, _ in
    arguments(
      Tensor([[2, 1, -2], [0, 10, 0.1], [-1, -3, -2]]),
      ["dog", "cat", "chicken"])
  },
  namesHold("names-agreement") {
    random, number in (2 + number % 5, 3 + number % 3)
  },
  namesHold("names-square") {
    random, number in (3 + number % 4, 3 + number % 4)
  },
  .holds(
    "names-negative", names,
    section: naming, trials: 4
  ) { random, number in
    arguments(
      random.distinctScores(rows: 4, columns: 3 + number) - 30,
      random.names(3 + number))
  } property: {
    wrongName(in: $0)
  },
  .holds(
    "names-close", names,
    section: naming, trials: 7
  ) { random, number in
    arguments(
      random.closeScores(rows: 3, columns: 2 + number, number),
      random.names(2 + number))
  } property: {
    wrongName(in: $0)
  },
  .holds(
    "names-ties", names, section: naming, trials: 4
  ) { random, number in
    arguments(
      random.tiedScores(rows: 3 + number, columns: 2 + number),
      random.names(2 + number))
  } property: {
    wrongName(in: $0)
  },
  .agrees(
    "names-alike", names, section: naming,
    trials: 3
  ) { random, number in
    var all = random.names(3 + number)
    all[number] = all[number + 1]
    return arguments(
      random.distinctScores(rows: 6, columns: 3 + number), all)
  },
  .holds(
    "names-edges", names,
    section: naming, trials: 4
  ) { random, number in
    let shape = number % 2 == 0 ? (1, 4) : (4, 1)
    return arguments(
      random.distinctScores(rows: shape.0, columns: shape.1),
      random.names(shape.1))
  } property: {
    wrongName(in: $0)
  },
  .holds(
    "names-many", names,
    section: naming, trials: 3
  ) { random, number in
    let shapes = [(1_100, 10), (12, 25 + random.below(16)), (8, 1_000)]
    let (n, q) = shapes[number % shapes.count]
    var scores = random.distinctScores(rows: n, columns: q)
    // The last class is the right one at least once.
    scores[1, q - 1] = scores.max().item + 1
    return arguments(scores, random.names(q))
  } property: {
    wrongName(in: $0)
  },
]

private func namesHold(
  _ id: String,
  shape: @escaping @Sendable (inout SeededGenerator, Int) -> (Int, Int)
) -> Check {
  .holds(id, names, section: naming) { random, number in
    let (n, q) = shape(&random, number)
    return arguments(
      random.distinctScores(rows: n, columns: q), random.names(q))
  } property: {
    wrongName(in: $0)
  }
}

/// Finds a row that does not get the name of its highest score, or of a tied
/// one.
private func wrongName(in trial: Trial) -> Violation? {
  guard case .list(let received) = trial.received,
    case .list(let expected) = trial.expected,
    case .list(let names) = trial.arguments[1]
  else { return nil }
  let right = zip(rows(of: trial.tensor(0)), zip(received, expected)).map {
    row, answers in
    let highest = row.max()
    let isTied = zip(row, names).contains {
      $0 == highest && $1 == answers.0
    }
    return isTied ? answers.0 : answers.1
  }
  return difference(of: trial.received, from: .list(right), within: .exact)
    .map { Violation(.words($0)) }
}

private let names = Subject(
  "predictions(_:names:)", axes: ["n", ""], freedom: nameFreedom,
  reference: { (x: Tensor, names: [String]) throws in
    try taken(rows(of: x).map { winner($0) }, names)
  }, mistakes: nameMistakes,
  telling: { random, number in
    let (n, q) = (3 + number % 4, 3 + number % 3)
    return arguments(
      random.distinctScores(rows: n, columns: q), random.names(q))
  }, promises: { haveOneHighest($0[0].tensor) })

private let nameFreedom = [
  FreeDimension("rows", [1, 2, 3, .above(1_000)]) { (x: Tensor, _: [String]) in
    x.shape[0]
  },
  FreeDimension("classes", [1, 2, 3, .above(255), 1_000]) {
    (_: Tensor, names: [String]) in names.count
  },
  FreeDimension("as many rows as classes") { (x: Tensor, names: [String]) in
    x.shape[0] == names.count
  },
  FreeDimension(
    "the largest magnitude",
    [
      .below(1e-38), .within(1e-7...1e-5), .within(0.1...10),
      .within(1e5...1e7), .above(1e36),
    ]
  ) { (x: Tensor, _: [String]) in [Double(x.absolute().max().item)] },
  FreeDimension("only negative scores") { (x: Tensor, _: [String]) in
    x.max().item < 0
  },
  FreeDimension("tied highest scores") { (x: Tensor, _: [String]) in
    rows(of: x).contains { row in
      let highest = row.max()
      return row.count { $0 == highest } > 1
    }
  },
  FreeDimension("two equal scores that are not the highest") {
    (x: Tensor, _: [String]) in
    rows(of: x).contains { row in
      let highest = row.max()
      let rest = row.filter { $0 != highest }
      return Set(rest).count < rest.count
    }
  },
  FreeDimension("the class of a row", [0, 1, 2, .above(127), 999]) {
    (x: Tensor, _: [String]) in rows(of: x).map { Double(winner($0)) }
  },
  FreeDimension("the last class wins") { (x: Tensor, names: [String]) in
    rows(of: x).contains { winner($0) == names.count - 1 }
  },
  FreeDimension(name: "the name of a row is empty") { $0 == "" },
  FreeDimension(name: "the name of a row has a capital") {
    $0 != $0.lowercased()
  },
  FreeDimension(name: "the name of a row is not ASCII") {
    !$0.allSatisfy(\.isASCII)
  },
  FreeDimension("two equal names") { (_: Tensor, names: [String]) in
    Set(names).count < names.count
  },
]

extension FreeDimension {
  /// Creates a dimension from a condition on the name of some row.
  fileprivate init(
    name: String, holds: @escaping @Sendable (String) -> Bool
  ) {
    self.init(name) { (x: Tensor, names: [String]) in
      rows(of: x).contains { holds(names[winner($0)]) }
    }
  }
}

private let nameMistakes: [KnownMistake] = [
  .named("over-columns") { rows in
    rows.first.map { wins(columns: $0.count, of: rows) } ?? []
  },
  .named("lowest") { rows in rows.map { row in winner(row.map { -$0 }) } },
  .named("second-highest") { rows in
    rows.map { row in
      var others = row
      others[winner(row)] = -.infinity
      return winner(others)
    }
  },
  .named("off-by-one") { rows in rows.map { winner($0) + 1 } },
  .named("off-by-one") { rows in
    rows.map { ($0.count + winner($0) - 1) % $0.count }
  },
  .named("off-by-one") { rows in rows.map { (winner($0) + 1) % $0.count } },
  .named("last-class-forgotten") { rows in rows.map { winner($0.dropLast()) } },
  .named("starts-at-zero") { rows in
    rows.map { row in
      winner(row.map { max($0, 0) })
    }
  },
  .named("first-row-only") { rows in
    rows.map { _ in rows.first.map { winner($0) } ?? 0 }
  },
  .named("maximum-kept") { rows in
    var best = (place: 0, score: -Float.infinity)
    return rows.map { row in
      for (place, score) in row.enumerated() where score > best.score {
        best = (place, score)
      }
      return best.place
    }
  },
  KnownMistake("names-sorted") { (x: Tensor, names: [String]) throws in
    try taken(rows(of: x).map { winner($0) }, names.sorted())
  },
]

private let naming = "from-scores-to-names"

extension KnownMistake {
  /// A mistake that picks the names at these indices for the rows of scores.
  fileprivate static func named(
    _ key: String,
    places: @escaping @Sendable ([[Float]]) -> [Int]
  ) -> KnownMistake {
    KnownMistake(key) {
      (x: Tensor, names: [String]) throws in
      try taken(places(rows(of: x)), names)
    }
  }
}

/// The names at these indices; throws if one is out of range, where a program
/// would stop.
private func taken(_ places: [Int], _ names: [String]) throws -> [String] {
  guard places.allSatisfy(names.indices.contains) else { throw NoAnswer() }
  return places.map { names[$0] }
}

private struct NoAnswer: Error {}

/// The index of the first highest number; 0 if there are no numbers.
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
  /// Different names in random order.
  fileprivate mutating func names(_ count: Int) -> [String] {
    let animals = [
      "dog", "Cat", "chicken", "Mülè", "goat", "YAK", "蜂", "fox", "", "Ant",
    ]
    let others = animals.count..<max(count, animals.count)
    let all = animals + others.map { "animal \($0)" }
    return permutation(of: all.count).prefix(count).map { all[$0] }
  }
}
