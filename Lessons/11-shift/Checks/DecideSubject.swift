internal import Checks
internal import References
internal import Tensors
internal import Wire

// The function `decide`, with its reference and known mistakes.

let decideSubject = Subject(
  "decide(_:costs:)", axes: ["n", ""], freedom: decideFreedom,
  reference: { (probabilities: Tensor, costs: Tensor) in
    expectedCosts(probabilities, costs).map(cheapest)
  },
  mistakes: decideMistakes,
  telling: { random, _ in
    // As many answers as classes, because some mistakes stop otherwise. No
    // answer is free: else the cheapest one for a class would be its name.
    let costs = (0..<3).map { _ in
      (0..<3).map { _ in 0.5 + 9.5 * Float(random.uniform()) }
    }
    return arguments(
      Tensor(random.beliefs(examples: 4, classes: 3)), Tensor(costs))
  },
  promises: { arguments in
    arguments[0].tensor.rows.allSatisfy { row in
      row.allSatisfy { $0 >= 0 } && (row.reduce(0, +) - 1).magnitude < 1e-3
    }
  })

/// The first answer that costs more than another, beyond rounding.
@Sendable
func dearerAnswer(_ trial: Trial) -> Violation? {
  guard case .integers(let answers) = trial.received else { return nil }
  let (probabilities, costs) = (trial.tensor(0), trial.tensor(1))
  let expected = expectedCosts(probabilities, costs)
  let largest = costs.values.map { Double($0.magnitude) }.max() ?? 0
  for (i, answer) in answers.enumerated() where i < expected.count {
    guard expected[i].indices.contains(answer) else {
      return Violation(
        "decide-range",
        ["example": i, "answer": answer, "count": expected[i].count])
    }
    let best = cheapest(expected[i])
    if expected[i][answer] - expected[i][best] > 1e-5 * largest {
      return Violation(
        "decide-dearer",
        [
          "example": i, "answer": answer, "best": best,
          "cost": Float(expected[i][answer]),
          "lowest": Float(expected[i][best]),
        ])
    }
  }
  return nil
}

private let decideFreedom = [
  FreeDimension("examples", [1, 2, 3, .above(255), .above(65_535)]) {
    (p: Tensor, _: Tensor) in p.shape[0]
  },
  FreeDimension("classes", [1, 2, 3, .above(255)]) {
    (p: Tensor, _: Tensor) in p.shape[1]
  },
  FreeDimension("answers", [1, 2, 3, .above(255)]) {
    (_: Tensor, costs: Tensor) in costs.shape[1]
  },
  FreeDimension("more answers than classes") { (_: Tensor, costs: Tensor) in
    costs.shape[1] > costs.shape[0] && costs.shape[0] > 1
  },
  FreeDimension("fewer answers than classes") { (_: Tensor, costs: Tensor) in
    costs.shape[1] < costs.shape[0] && costs.shape[1] > 1
  },
  FreeDimension(
    "a cost",
    [
      .within(-1e7...(-1e5)), .within(-10...(-0.1)), .within(1e-7...1e-5),
      .within(0.1...10), .within(1e5...1e7), 0,
    ]
  ) { (_: Tensor, costs: Tensor) in costs.values.map { Double($0) } },
  FreeDimension("answers that cost the same") { (p: Tensor, costs: Tensor) in
    expectedCosts(p, costs).contains { row in
      row.count > 1 && row.count(where: { $0 == row.min() }) > 1
    }
  },
]

/// The expected cost of each answer, for each example, in Double.
private func expectedCosts(
  _ probabilities: Tensor, _ costs: Tensor
) -> [[Double]] {
  let rows = costs.rows.map { $0.map { Double($0) } }
  return probabilities.rows.map { belief in
    var sums = [Double](repeating: 0, count: costs.shape[1])
    for (p, row) in zip(belief, rows) {
      for j in sums.indices { sums[j] += Double(p) * row[j] }
    }
    return sums
  }
}

private func cheapest(_ costs: [Double]) -> Int { place(of: costs, <) }

private func place<Number>(
  of numbers: [Number], _ isBetter: (Number, Number) -> Bool
) -> Int {
  numbers.indices.dropFirst().reduce(0) {
    isBetter(numbers[$1], numbers[$0]) ? $1 : $0
  }
}

private let decideMistakes: [KnownMistake] = [
  decides("most-expensive") { p, costs in
    expectedCosts(p, costs).map { place(of: $0, >) }
  },
  decides("most-probable") { p, _ in p.rows.map { place(of: $0, >) } },
  decides("least-probable") { p, _ in p.rows.map { place(of: $0, <) } },
  decides("costs-transposed") { p, costs in
    guard costs.shape[0] == costs.shape[1] else { return [] }
    return expectedCosts(p, costs.transposed()).map(cheapest)
  },
  decides("probable-class-only") { p, costs in
    p.rows.map { place(of: costs.rows[place(of: $0, >)], <) }
  },
  decides("first-row-only") { p, costs in
    let answers = expectedCosts(p, costs).map(cheapest)
    return answers.prefix(1) + []
  },
  decides("first-answer-repeated") { p, costs in
    let answers = expectedCosts(p, costs).map(cheapest)
    return answers.map { _ in answers[0] }
  },
  decides("probabilities-ignored") { p, costs in
    let sums = (0..<costs.shape[1]).map { j in
      costs.rows.reduce(0.0) { $0 + Double($1[j]) }
    }
    return p.rows.map { _ in cheapest(sums) }
  },
  decides("worst-case") { p, costs in
    let worst = (0..<costs.shape[1]).map { j in
      costs.rows.map { $0[j] }.max() ?? 0
    }
    return p.rows.map { _ in place(of: worst, <) }
  },
]

private func decides(
  _ key: String,
  _ imitation: @escaping @Sendable (Tensor, Tensor) -> [Int]
) -> KnownMistake {
  KnownMistake(key) { (p: Tensor, costs: Tensor) in imitation(p, costs) }
}

extension SeededGenerator {
  /// Probabilities and costs.
  mutating func choice(
    examples: Int, classes: Int, answers: Int
  ) -> [WireValue] {
    arguments(
      Tensor(beliefs(examples: examples, classes: classes)),
      Tensor(costs(classes: classes, answers: answers)))
  }

  /// Rows of probabilities, each with one that is clearly the largest.
  mutating func beliefs(examples: Int, classes: Int) -> [[Float]] {
    (0..<examples).map { _ in
      var parts = (0..<classes).map { _ in Float(1 + below(9)) }
      parts[below(classes)] += 9
      let sum = parts.reduce(0, +)
      return parts.map { $0 / sum }
    }
  }

  /// Costs up to 10: what is right costs 0, everything else at least ½.
  mutating func costs(classes: Int, answers: Int) -> [[Float]] {
    (0..<classes).map { i in
      (0..<answers).map { j in
        i == j ? 0 : 0.5 + 9.5 * Float(uniform())
      }
    }
  }
}
