internal import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of `folds`.
let foldsChecks: [Check] = [
  foldsCheck("folds-example", trials: 1) { _, _ in
    arguments(7, 3, [4, 1, 6, 0, 2, 5, 3])
  },
  foldsCheck("folds-agreement", inputs: randomCut),
  .holds(
    "folds-each-once", foldsSubject, within: .exact, section: choosing
  ) { random, number in
    random.cut(count: 8 + number, k: 3)
  } property: { trial in
    let cut = Cut(trial.arguments)
    guard cut.isWhole else { return nil }
    let all = trial.received.folds.flatMap(\.validation)
    if all.sorted() == Array(0..<cut.count) { return nil }
    return Violation(
      "folds-each-once",
      ["count": cut.count, "all": shown(.integers(all))])
  },
  .holds(
    "folds-apart", foldsSubject, within: .exact, section: choosing
  ) { random, number in
    random.cut(count: 9 + number, k: 4)
  } property: { trial in
    guard Cut(trial.arguments).isWhole else { return nil }
    for (i, fold) in trial.received.folds.enumerated() {
      let shared = Set(fold.train).intersection(fold.validation)
      guard let example = shared.min() else { continue }
      return Violation("folds-apart", ["fold": i, "example": example])
    }
    return nil
  },
  foldsCheck("folds-uneven", trials: 12) { random, number in
    let k = 3 + number % 4
    return random.cut(count: k * (2 + number / 4) + 1 + number % (k - 1), k: k)
  },
  foldsCheck("folds-even", trials: 4) { random, number in
    random.cut(count: (2 + number) * (2 + number % 3), k: 2 + number % 3)
  },
  foldsCheck("folds-edges", trials: edges.count) { random, number in
    let (count, k) = edges[number % edges.count]
    return random.cut(count: count, k: k)
  },
  foldsCheck("folds-many", trials: 3) { random, number in
    [
      random.cut(count: 140_001, k: 2), random.cut(count: 700, k: 300),
      random.cut(count: 1_000, k: 7),
    ][number % 3]
  },
]

/// Two folds, as many folds as examples, and one fewer.
private let edges = [
  (2, 2), (3, 2), (3, 3), (4, 3), (4, 4), (5, 2), (6, 5), (9, 8),
]

private let choosing = "choosing-without-peeking"

private func foldsCheck(
  _ id: String, trials: Int = usualTrials, inputs: @escaping Inputs
) -> Check {
  .holds(
    id, foldsSubject, within: .exact, section: choosing, trials: trials,
    repeatsCalls: true, inputs: inputs
  ) { trial in
    guard Cut(trial.arguments).isWhole else { return nil }
    return difference(of: trial.received, from: trial.expected, within: .exact)
      .map { Violation(.words($0)) }
  }
}
