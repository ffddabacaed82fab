internal import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of `decide`.
let decideChecks: [Check] = [
  decideCheck("decide-example", trials: 1) { _, _ in
    arguments(
      Tensor([[0.85, 0.15], [0.95, 0.05]]), Tensor([[0, 1], [10, 0]]))
  },
  decideCheck("decide-agreement") { random, number in
    random.choice(
      examples: 2 + number % 3, classes: 2 + number % 4,
      answers: 2 + number % 4)
  },
  decideCheck("decide-improbable", trials: 8) { random, number in
    // The class that costs most is never the most probable one.
    let q = 2 + number % 4
    let dear = random.below(q)
    var costs = random.costs(classes: q, answers: q)
    var rows = random.beliefs(examples: 3, classes: q)
    for i in rows.indices {
      rows[i][dear] = 0.2 + 0.1 * rows[i][dear]
      let sum = rows[i].reduce(0, +)
      rows[i] = rows[i].map { $0 / sum }
    }
    for j in 0..<q where j != dear { costs[dear][j] *= 20 }
    return arguments(Tensor(rows), Tensor(costs))
  },
  decideCheck("decide-person", trials: 8) { random, number in
    // One answer more than classes, which costs the same for every class.
    let q = 2 + number % 3
    var costs = random.costs(classes: q, answers: q)
    for i in 0..<q { costs[i].append(1 + 0.5 * Float(random.uniform())) }
    return arguments(
      Tensor(random.beliefs(examples: 5, classes: q)), Tensor(costs))
  },
  decideCheck("decide-answers", trials: 12) { random, number in
    let (classes, answers) = [(5, 2), (2, 5), (3, 4), (4, 3)][number % 4]
    return random.choice(
      examples: 1 + number % 3, classes: classes, answers: answers)
  },
  decideCheck("decide-ties", trials: 6) { random, number in
    // Two answers cost the same, or all of them.
    let answers = 2 + number % 3
    var costs = random.costs(classes: 3, answers: answers)
    for i in costs.indices {
      costs[i][answers - 1] = costs[i][0]
      if number % 2 == 1 {
        costs[i] = costs[i].map { _ in costs[i][0] }
      }
    }
    return arguments(
      Tensor(random.beliefs(examples: 2, classes: 3)), Tensor(costs))
  },
  decideCheck("decide-sizes", trials: 15) { random, number in
    // Costs from a millionth to a million, and gains, which are negative.
    let size = [1e-6, 1e-3, 1, 1e3, 1e5][number % 5] as Float
    let rise = [0, -6, -20][number / 5 % 3] as Float
    let costs = random.costs(classes: 3, answers: 4).map { row in
      row.map { ($0 + rise) * size }
    }
    return arguments(
      Tensor(random.beliefs(examples: 3, classes: 3)), Tensor(costs))
  },
  decideCheck("decide-edges", trials: edges.count) { random, number in
    let (examples, classes, answers) = edges[number % edges.count]
    return random.choice(
      examples: examples, classes: classes, answers: answers)
  },
]

/// One example, one class, one answer, and many of each.
private let edges = [
  (1, 1, 1), (1, 1, 3), (3, 3, 1), (1, 2, 2), (2, 1, 2), (70_000, 2, 2),
  (300, 3, 4), (2, 300, 3), (2, 3, 300),
]

private func decideCheck(
  _ id: String, trials: Int = usualTrials, inputs: @escaping Inputs
) -> Check {
  .holds(
    id, decideSubject, within: .exact, section: deciding, trials: trials,
    repeatsCalls: true, inputs: inputs, property: dearerAnswer)
}

private let deciding = "decide-by-cost"
