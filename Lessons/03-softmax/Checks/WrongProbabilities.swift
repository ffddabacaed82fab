internal import Checks
internal import References
internal import System
internal import Tensors

// Answers that are probabilities, but not those of the scores.

// MARK: - Answers that do not follow the scores

let unrelatedAnswers: [WrongAnswer] = [
  WrongAnswer { x in
    Tensor.ones(shape: x.shape) / Float(x.shape[1])
  } remark: {
    .sentence("accepted-uniform", ["place": $0.place, "right": $0.right])
  },
  WrongAnswer { x in
    var y = Tensor.zeros(shape: x.shape)
    for (i, j) in x.argmax(axis: 1).enumerated() { y[i, j] = 1 }
    return y
  } remark: {
    .sentence("accepted-one-hot", ["place": $0.place, "right": $0.right])
  },
  WrongAnswer {
    softmaxByHand(-$0)
  } remark: {
    .sentence(
      "accepted-sign",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
  WrongAnswer { x in
    Tensor(softmaxByHand(x).rows.reversed())
  } remark: {
    .sentence(
      "accepted-rows-permuted",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
  WrongAnswer { x in
    Tensor(softmaxByHand(x).rows.map { $0.reversed() })
  } remark: {
    .sentence(
      "accepted-columns-permuted",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
  WrongAnswer { x, random in
    softmaxByHand(
      random.normalScores(rows: x.shape[0], columns: x.shape[1]))
  } fits: { x, y in
    y.min().item >= 0
      && y.rows.allSatisfy { ($0.reduce(0, +) - 1).magnitude < 1e-5 }
  } remark: {
    .sentence(
      "accepted-other-scores",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
]

// MARK: - Another formula, in the same order

let otherFormulas: [WrongAnswer] = [
  WrongAnswer {
    softmaxByHand($0 * 2)
  } remark: {
    .sentence(
      "accepted-squared",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
  WrongAnswer {
    softmaxByHand($0 / 2)
  } remark: {
    .sentence(
      "accepted-halved",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
  WrongAnswer {
    softmaxByHand($0 * Float(log(2.0)))
  } remark: {
    .sentence(
      "accepted-base-two",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
  WrongAnswer {
    softmaxByHand($0 - $0.max(axis: 0))
  } remark: {
    .sentence(
      "accepted-column-maximum",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
  WrongAnswer { x in
    // The scores, moved so that the lowest is 0, divided by their sum.
    let moved = x - x.min(axis: 1, keepingDimensions: true)
    let sums = moved.sum(axis: 1, keepingDimensions: true)
    return sums.values.allSatisfy { $0 > 0 } ? moved / sums : softmaxByHand(x)
  } remark: {
    .sentence(
      "accepted-shares",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
]

// MARK: - Only partly right

let partlyRightAnswers: [WrongAnswer] = [
  // The last row, or any one of them, is that of the scores doubled.
  wrongRow { n, _ in n - 1 },
  wrongRow { n, random in random.below(n) },
  WrongAnswer { x, _ in
    guard x.shape[0] > 1 else { return nil }
    let (right, other) = (softmaxByHand(x).rows, softmaxByHand(-x).rows)
    return Tensor(Array(right.prefix(1) + other.dropFirst()))
  } fits: { x, y in
    x.shape[0] > 1 && wrongRows(of: y, for: x) == Array(1..<x.shape[0])
  } remark: {
    .sentence("accepted-first-row", ["row": $0.row])
  },
  exchanged { row, random in
    let j = random.below(row.count - 1)
    return (j, j + 1)
  },
  // The highest probability stays what it is.
  exchanged { row, _ in
    let order = row.indices.sorted { row[$0] < row[$1] }
    return (order[0], order[row.count > 2 ? 1 : 0])
  },
]

/// Two probabilities of a row change places; all sums stay.
private func exchanged(
  _ choice: @escaping @Sendable ([Float], inout SeededGenerator) -> (Int, Int)
) -> WrongAnswer {
  WrongAnswer { x, random in
    guard x.shape[1] > 1 else { return nil }
    var rows = softmaxByHand(x).rows
    let i = random.below(rows.count)
    let (j, k) = choice(rows[i], &random)
    rows[i].swapAt(j, k)
    return Tensor(rows)
  } fits: { x, y in
    let right = softmaxByHand(x).rows
    return wrongRows(of: y, for: x).count == 1
      && zip(y.rows, right).allSatisfy { mine, right in
        zip(mine.sorted(), right.sorted()).allSatisfy {
          ($0 - $1).magnitude < 1e-6
        }
      }
  } remark: {
    .sentence(
      "accepted-exchanged",
      ["row": $0.row, "right": $0.right, "given": $0.given])
  }
}

private func wrongRow(
  _ choice: @escaping @Sendable (Int, inout SeededGenerator) -> Int
) -> WrongAnswer {
  WrongAnswer { x, random in
    guard x.shape[0] > 1 else { return nil }
    var rows = softmaxByHand(x).rows
    let row = choice(rows.count, &random)
    rows[row] = softmaxByHand(x * 2).rows[row]
    return Tensor(rows)
  } fits: { x, y in
    x.shape[0] > 1 && wrongRows(of: y, for: x).count == 1
      && y.rows.allSatisfy { ($0.reduce(0, +) - 1).magnitude < 1e-4 }
  } remark: {
    .sentence(
      "accepted-one-row",
      [
        "row": $0.row, "place": $0.place, "right": $0.right,
        "given": $0.given,
      ])
  }
}

/// The rows that differ from the right ones by more than rounding.
private func wrongRows(of yHat: Tensor, for x: Tensor) -> [Int] {
  zip(yHat.rows, softmaxByHand(x).rows).enumerated().compactMap { i, pair in
    zip(pair.0, pair.1).allSatisfy { ($0 - $1).magnitude < 1e-4 } ? nil : i
  }
}

// MARK: - Nearly right

let nearlyRightAnswers: [WrongAnswer] = [
  WrongAnswer {
    roundedSoftmax($0, decimals: 2)
  } remark: {
    .sentence(
      "accepted-two-digits",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
  // A little goes from the likeliest class of a row to the next one.
  WrongAnswer { x, random in
    guard x.shape[1] > 1 else { return nil }
    var y = softmaxByHand(x)
    let i = random.below(y.shape[0])
    let j = y.row(i).argmax(axis: 0)[0]
    y[i, j] -= 0.002
    y[i, (j + 1) % y.shape[1]] += 0.002
    return y
  } fits: { x, y in
    largestError(of: y, for: x).error < 0.003
      && y.rows.allSatisfy { ($0.reduce(0, +) - 1).magnitude < 1e-5 }
  } remark: {
    .sentence(
      "accepted-near",
      ["place": $0.place, "right": $0.right, "given": $0.given])
  },
]
