internal import Checks
internal import References
internal import Tensors
internal import Wire

private let makeLoss = Subject(
  "makeLoss()", axes: ["nq", "n<q"],
  reference: { (logits: Tensor, labels: [Int]) in
    logits.crossEntropy(labels).sum() / Float(labels.count)
  },
  mistakes: lossMistakes, asking: "loss",
  display: Display(value: { shown($0) }) { (logits: Tensor, labels: [Int]) in
    "makeLoss()(\(shown(.tensor(logits))), \(labels))"
  })

private let reduction = "one-number-for-a-batch"

let lossChecks: [Check] = [
  lossCheck("loss-mean") { random, n in
    let rows = [4, 1, 5, 300][n % 4]
    return random.scores(rows: rows, columns: 5)
  },
  lossCheck("loss-large") { random, n in
    let n = n % 4
    return random.scores(rows: 3 + n, columns: 2 + n) * [300, 1e-6, 1, 3e5][n]
  },
  lossCheck("loss-classes") { random, n in
    let q = [10, 10, 3, 300][n % 4]
    return random.scores(rows: q, columns: q)
  },
  // The cost of any smoothing would be as large as the scores.
  lossCheck("loss-certain", raising: 1e5) { random, n in
    random.scores(rows: 4 + n % 4, columns: 3) * 0
  },
]

private func lossCheck(
  _ id: String, raising surplus: Float = 0,
  logits: @escaping @Sendable (inout SeededGenerator, Int) -> Tensor
) -> Check {
  // A few sums in Float of numbers up to 1,000.
  .agrees(
    id, makeLoss, within: Tolerance(relative: 1e-5, absolute: 1e-5),
    section: reduction, trials: 4
  ) { random, number in
    var logits = logits(&random, number)
    let (n, q) = (logits.shape[0], logits.shape[1])
    // The labels cycle through the classes, so that each class is the label of
    // some row and the rows have different labels.
    let first = random.below(q)
    let labels = (0..<n).map { (first + $0) % q }
    for (i, label) in labels.enumerated() { logits[i, label] += surplus }
    return arguments(logits, labels)
  }
}

private let lossMistakes: [KnownMistake] =
  [
    KnownMistake("sum-reduction") { (logits: Tensor, labels: [Int]) in
      logits.crossEntropy(labels).sum()
    },
    KnownMistake("no-reduction") { (logits: Tensor, labels: [Int]) in
      logits.crossEntropy(labels)
    },
  ] + smoothings + ignoredClasses

private let smoothings = [
  Float(0.1), 0.05, 0.2, 0.01, 0.5, 0.3, 1, 0.02, 0.001, 1e-4, 1e-5, 1e-6,
].map { smoothing in
  KnownMistake("label-smoothing", ["share": smoothing]) {
    (logits: Tensor, labels: [Int]) in
    let even = -logits.logSoftmax().mean(axis: 1)
    let losses = logits.crossEntropy(labels)
    return (losses * (1 - smoothing) + even * smoothing).sum()
      / Float(labels.count)
  }
}

private let ignoredClasses = (0..<10).map { ignored in
  KnownMistake("class-ignored", ["label": ignored]) {
    (logits: Tensor, labels: [Int]) in
    let counted = labels.count { $0 != ignored }
    // Without any row that counts, the mean is not a number.
    return logits.crossEntropy(labels, ignoring: ignored).sum()
      / Float(counted)
  }
}

extension SeededGenerator {
  /// Scores with mean 0 and standard deviation 2, rounded to 0.1, none of them
  /// 0.
  mutating func scores(rows: Int, columns: Int) -> Tensor {
    vector(rows * columns).reshaped([rows, columns])
  }

  mutating func vector(_ count: Int) -> Tensor {
    Tensor(
      (0..<count).map { _ in
        let tenths = (Float(normal()) * 20).rounded()
        return (tenths == 0 ? 1 : tenths) / 10
      })
  }
}
