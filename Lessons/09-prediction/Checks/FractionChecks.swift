internal import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of `perClassAccuracy`.
let fractionChecks: [Check] = [
  .agrees(
    "fractions-example", fractions, section: each, trials: 1
  ) { _, _ in arguments(Tensor([[1, 0, 0], [1, 2, 0], [0, 1, 1]])) },
  fractionsHold("fractions-agreement") {
    random, number in random.table(classes: 2 + number % 4)
  },
  .holds(
    "fractions-scale", fractions,
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
        "fractions-scale", ["difference": words])
    }
    return nil
  },
  fractionsHold("fractions-empty") {
    random, number in
    let q = 3 + number % 3
    var table = random.table(classes: q)
    // Each class in turn has no examples, including the last.
    let empty = number < 2 ? q - 1 : (number + random.below(2)) % q
    for j in 0..<q { table[empty, j] = 0 }
    return table
  },
  .agrees(
    "fractions-edges", fractions, section: each, trials: 4
  ) { _, number in
    switch number {
    case 0: arguments(Tensor([[7]]))
    case 1: arguments(Tensor([[3, 0], [0, 5]]))
    case 2: arguments(Tensor([[0, 3], [5, 0]]))
    default: arguments(Tensor.zeros(shape: [3, 3]))
    }
  },
  fractionsHold("fractions-ten") {
    random, number in
    number == 0
      ? random.thinTable(classes: 1_000) : random.table(classes: 10) * 50
  },
  fractionsHold("fractions-large") {
    random, number in
    // Integers that no format shorter than Float can represent.
    let (few, q) = (random.table(classes: 1 + number), 1 + number)
    let odd = Tensor(
      (0..<q * q).map { _ in Float(1 + 2 * random.below(30_000)) },
      shape: [q, q])
    return number % 2 == 0 ? few * odd : odd
  },
]

private let each = "one-accuracy-for-each-class"

private func fractionsHold(
  _ id: String,
  table: @escaping @Sendable (inout SeededGenerator, Int) -> Tensor
) -> Check {
  .agrees(id, fractions, section: each) { random, number in
    arguments(table(&random, number))
  }
}

/// Whether a matrix contains counts; shrinking may turn a number into −1.
private func isTable(_ x: Tensor) -> Bool {
  x.values.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
}

private let fractions = Subject(
  "perClassAccuracy(_:)", axes: [""], freedom: fractionFreedom,
  reference: { (table: Tensor) in
    share(of: diagonal(table), in: table.sum(axis: 1))
  }, mistakes: fractionMistakes,
  telling: { random, number in
    arguments(random.table(classes: 2 + number % 4))
  }, promises: { isTable($0[0].tensor) })

private let fractionFreedom = [
  FreeDimension("classes", [1, 2, 3, 1_000]) { (table: Tensor) in
    table.shape[0]
  },
  FreeDimension(
    "a count",
    [0, 1, .within(256...2_048), .within(2_049...65_535), .above(65_535)]
  ) { (table: Tensor) in table.values.map { Double($0) } },
  FreeDimension("the class without examples", [0, 1, 2, 3]) {
    (table: Tensor) in
    table.rows.indices.filter { table.row($0).sum().item == 0 }
      .map(Double.init)
  },
  FreeDimension("the last class has no examples") { (table: Tensor) in
    table.row(table.shape[0] - 1).sum().item == 0
  },
  FreeDimension("no class has examples") { (table: Tensor) in
    table.sum().item == 0
  },
  FreeDimension("a fraction", [0, 1, .within(0.01...0.99)]) {
    (table: Tensor) in
    table.rows.enumerated().map { i, row in
      Double(row[i] / max(row.reduce(0, +), 1))
    }
  },
]

private let fractionMistakes: [KnownMistake] = [
  .fraction("empty-class.nan") { diagonal($0) / $0.sum(axis: 1) },
  .fraction("empty-class") { table in
    let sums = table.sum(axis: 1)
    let pairs = zip(diagonal(table).values, sums.values)
    return Tensor(pairs.map { $1 == 0 ? 1 : $0 / $1 })
  },
  .fraction("column-sums") { share(of: diagonal($0), in: $0.sum(axis: 0)) },
  .fraction("column-sums") { diagonal($0) / $0.sum(axis: 0) },
  .fraction("of-all-examples") { diagonal($0) / $0.sum() },
  .fraction("count-for-fraction") { diagonal($0) },
  .fraction("integer-division") { table in
    let shares = share(of: diagonal(table), in: table.sum(axis: 1))
    return Tensor(shares.values.map { $0.rounded(.down) })
  },
  // For a class without examples, these may give 1, 0 or NaN.
  .errorRate { 1 - share(of: diagonal($0), in: $0.sum(axis: 1)) },
  .errorRate { share(of: $0.sum(axis: 1) - diagonal($0), in: $0.sum(axis: 1)) },
  .errorRate { 1 - diagonal($0) / $0.sum(axis: 1) },
  .fraction("smoothed") { diagonal($0) / ($0.sum(axis: 1) + 1) },
  .fraction("smoothed.both") {
    (diagonal($0) + 1) / ($0.sum(axis: 1) + 1)
  },
  // For a class without mistakes, these give infinity or NaN, or 0.
  .fraction("right-to-wrong") {
    diagonal($0) / ($0.sum(axis: 1) - diagonal($0))
  },
  .fraction("right-to-wrong") {
    share(of: diagonal($0), in: $0.sum(axis: 1) - diagonal($0))
  },
  .fraction("right-to-wrong") {
    let (right, all) = (diagonal($0), $0.sum(axis: 1))
    return Tensor(
      zip(right.values, all.values).map { right, all in
        right == all ? (all == 0 ? 0 : 1) : right / (all - right)
      })
  },
  .fraction("whole-table") { $0 / $0.sum(axis: 1, keepingDimensions: true) },
  .fraction("one-for-all") { diagonal($0).sum() / $0.sum() },
]

extension KnownMistake {
  fileprivate static func errorRate(
    _ imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    .fraction(
      "error-rate", imitation: imitation)
  }

  fileprivate static func fraction(
    _ key: String,
    imitation: @escaping @Sendable (Tensor) -> Tensor
  ) -> KnownMistake {
    KnownMistake(key, imitation: imitation)
  }
}

private func diagonal(_ table: Tensor) -> Tensor {
  Tensor((0..<table.shape[0]).map { table[$0, $0] })
}

/// A quotient that is 0 where the divisor is 0.
private func share(of parts: Tensor, in wholes: Tensor) -> Tensor {
  Tensor(zip(parts.values, wholes.values).map { $1 == 0 ? 0 : $0 / $1 })
}

extension SeededGenerator {
  /// A table of random positive counts, so that every row and every column has
  /// examples.
  fileprivate mutating func table(classes: Int) -> Tensor {
    let values = (0..<classes * classes).map { _ in Float(1 + below(12)) }
    return Tensor(values, shape: [classes, classes])
  }

  /// A table of many classes, each mistaken only for the next one.
  fileprivate mutating func thinTable(classes: Int) -> Tensor {
    var values = [Float](repeating: 0, count: classes * classes)
    for i in 0..<classes {
      for j in [i, (i + 1) % classes] {
        values[i * classes + j] = Float(1 + below(12))
      }
    }
    return Tensor(values, shape: [classes, classes])
  }
}
