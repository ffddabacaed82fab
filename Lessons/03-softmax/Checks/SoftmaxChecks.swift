package import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of lesson 03.
package let softmaxChecks = ExerciseChecks(
  lesson: "softmax", derivations: softmaxDerivations,
  probabilityChecks + judgeChecks)

private let probabilityChecks: [Check] =
  [
    .agrees(
      "example", softmax,
      section: "divide-by-the-sum-of-the-row", trials: 2
    ) { _, number in
      let rows: [[Float]] = [[2, 1, -2], [0, 0, 0]]
      return arguments(Tensor(number == 0 ? rows : [rows[0]]))
    },
    .holds(
      "rows-sum-to-one", softmax,
      section: "divide-by-the-sum-of-the-row"
    ) { random, number in
      arguments(
        random.normalScores(rows: 1 + number / 2, columns: 2 + number % 4))
    } property: { trial in
      // A sum of a few probabilities, each accurate to 6e-8 of itself.
      for (i, row) in trial.tensor.rows.enumerated() {
        let sum = row.reduce(0, +)
        if !((sum - 1).magnitude <= 3e-6) {
          return Violation(
            "rows-sum-to-one", ["row": i, "sum": sum])
        }
      }
      return nil
    },
    .holds(
      "positive", softmax,
      section: "make-every-score-positive"
    ) { random, number in
      arguments(random.normalScores(rows: 2 + number % 3, columns: 1 + number))
    } property: { trial in
      for (i, row) in trial.tensor.rows.enumerated() {
        for (j, share) in row.enumerated() where !(share > 0 && share <= 1.001)
        {
          return Violation(
            "positive", ["row": i, "class": j, "share": share])
        }
      }
      return nil
    },
    .agrees(
      "agreement", softmax,
      section: "divide-by-the-sum-of-the-row"
    ) { random, number in
      arguments(
        random.normalScores(rows: 2 + number % 3, columns: 5 - number % 4))
    },
    .agrees(
      "square", softmax,
      section: "divide-by-the-sum-of-the-row", trials: 4
    ) { random, number in
      arguments(random.normalScores(rows: 2 + number, columns: 2 + number))
    },
    .holds(
      "order", softmax,
      section: "what-softmax-keeps"
    ) { random, number in
      arguments(
        random.normalScores(rows: 1 + number % 3, columns: 2 + number % 5))
    } property: { trial in
      // Scores are equal or at least 0.1 apart, far more than rounding changes.
      for (scores, shares) in zip(
        trial.tensor(0).rows, trial.tensor.rows)
      {
        for (j, score) in scores.enumerated() {
          for (k, other) in scores.enumerated()
          where score > other + 0.05 && !(shares[j] > shares[k]) {
            return Violation(
              "order",
              [
                "score": score, "other": other, "share": shares[j],
                "otherShare": shares[k],
              ])
          }
        }
      }
      return nil
    },
    .holds(
      "shift", softmax, section: "what-softmax-keeps"
    ) { random, number in
      arguments(
        random.normalScores(rows: 1 + number % 3, columns: 2 + number % 3))
    } property: { trial in
      let x = trial.tensor(0)
      // Rows have different constants. A score near 40 is rounded by up to
      // 2e-6, and its probability by as much of itself.
      let shifts = Tensor(
        (0..<x.shape[0]).map { Float($0 % 2 == 0 ? 30 : -20) },
        shape: [x.shape[0], 1])
      let after = try trial.call(arguments(x + shifts)).tensor
      for (i, pair) in zip(trial.tensor.rows, after.rows).enumerated()
      where !areClose(pair.0, pair.1, within: 1e-4) {
        let shift = Int(shifts.values[i])
        return Violation(
          "shift",
          ["shift": shift, "row": i, "before": pair.0, "after": pair.1],
          expected: "the same probabilities for x and for x + \(shift)")
      }
      return nil
    },
    .holds(
      "rows-apart", softmax,
      section: "divide-by-the-sum-of-the-row"
    ) { random, number in
      arguments(
        random.normalScores(rows: 2 + number % 4, columns: 1 + number % 5))
    } property: { trial in
      // A row gives the same result wherever it stands, up to the last digit.
      let backwards = trial.tensor(0).rows.reversed()
      let after = try trial.call(arguments(Tensor(Array(backwards)))).tensor
      for (i, pair) in zip(trial.tensor.rows, after.rows.reversed())
        .enumerated()
      where !areClose(pair.0, pair.1, within: 1e-5) {
        return Violation(
          "rows-apart", ["row": i, "before": pair.0, "after": pair.1])
      }
      // Nor do other rows change it.
      let last = backwards.count - 1
      let among = trial.tensor.rows[last]
      let alone = try trial.call(
        arguments(Tensor([trial.tensor(0).rows[last]]))
      ).tensor.rows[0]
      return areClose(among, alone, within: 1e-5)
        ? nil
        : Violation(
          "row-alone", ["row": last, "among": among, "alone": alone])
    },
    .holds(
      "classes-alike", softmax, section: "divide-by-the-sum-of-the-row"
    ) { random, number in
      arguments(
        random.normalScores(rows: 1 + number % 3, columns: 2 + number % 5))
    } property: { trial in
      // Sums in another order differ only in the last digits.
      let mirrored = trial.tensor(0).rows.map { Array($0.reversed()) }
      let after = try trial.call(arguments(Tensor(mirrored))).tensor
      for (i, pair) in zip(trial.tensor.rows, after.rows).enumerated()
      where !areClose(pair.0, pair.1.reversed(), within: 1e-5) {
        return Violation(
          "classes-alike",
          [
            "row": i, "mirrored": pair.0.reversed() as [Float],
            "received": pair.1,
          ])
      }
      return nil
    },
    .agrees(
      "edges", softmax, section: "what-softmax-keeps", trials: 5
    ) { random, number in
      switch number {
      case 0: arguments(random.normalScores(rows: 1, columns: 4))
      case 1: arguments(random.normalScores(rows: 4, columns: 1))
      case 2: arguments(Tensor([[0]]))
      case 3: arguments(Tensor([[5, 5, 5, 5], [-3, -3, -3, -3]]))
      default: arguments(Tensor.zeros(shape: [2, 10]))
      }
    },
    .agrees(
      "overflow", softmax, within: lastPlaceOfLargeScores,
      section: "when-exponentials-overflow", trials: 12
    ) { random, number in
      // In the last trial even the difference of two scores overflows.
      if number == 11 { return arguments(Tensor([[3e38, -3e38]])) }
      if number > 4 { return arguments(hugeScores(number - 5)) }
      let shape = [1 + number / 3, 1 + number % 3]
      let values = (0..<shape[0] * shape[1]).map { _ in
        Float(1 + random.below(10)) * (random.below(2) == 0 ? 1_000 : -1_000)
      }
      return arguments(Tensor(values, shape: shape))
    },
    .agrees(
      "far-apart", softmax,
      within: lastPlaceOfLargeScores, section: "when-exponentials-overflow",
      trials: 10
    ) { random, number in
      if number > 7 {
        let size: Float = number % 2 == 0 ? 1e3 : 1e6
        return arguments(random.scores(ofSize: size, rows: 3, columns: 4))
      }
      let offsets = Tensor([[0], [1_000], [-1_000]])
      let x = random.normalScores(rows: 3, columns: 2 + number % 3) + offsets
      return arguments(x)
    },
    .agrees(
      "any-size", softmax,
      within: lastPlaceOfScores, section: "what-softmax-keeps", trials: 6
    ) { random, number in
      let sizes: [Float] = [1, 1e-6, 1e-3, 30, 0.1, 3]
      return arguments(
        random.scores(
          ofSize: sizes[number % sizes.count], rows: 2 + number % 2,
          columns: 2 + number))
    },
    .agrees(
      "many-rows", softmax, within: longSums,
      section: "divide-by-the-sum-of-the-row", trials: 6
    ) { random, number in
      switch number {
      case 0: arguments(random.normalScores(rows: 500, columns: 10))
      case 1:
        arguments(random.normalScores(rows: 4, columns: 12 + random.below(29)))
      case 2: arguments(random.wideRows())
      case 3: arguments(random.manyRows())
      default: arguments(random.widestRow(number))
      }
    },
  ]

/// A score near 100 is rounded by 4e-6, which changes its probability by as
/// much of itself.
private let lastPlaceOfScores = Tolerance(relative: 5e-5, absolute: 1e-12)

/// For sums of 6,000 exponentials, where each addition is accurate to 6e-8 of the
/// sum.
private let longSums = Tolerance(relative: 5e-4, absolute: 1e-6)

/// Near 10,000, neighboring Floats are 1e-3 apart.
///
/// The formula exp(x − log Σ exp x) is correct too, but it rounds the
/// difference by half of that, and changes the probability by as much of
/// itself.
private let lastPlaceOfLargeScores = Tolerance(relative: 2e-3, absolute: 1e-6)

/// Whether two rows differ by at most `tolerance` everywhere; NaN differs from
/// everything.
private func areClose(
  _ a: [Float], _ b: [Float], within tolerance: Float
) -> Bool {
  zip(a, b).allSatisfy { ($0 - $1).magnitude <= tolerance }
}
