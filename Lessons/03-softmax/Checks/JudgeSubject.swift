internal import Checks
internal import References
internal import Tensors
internal import Wire

/// The judge of softmax, whose answers never depend on how it judges.
let judge = judgeSubject(axes: ["nq", "nq"])

/// The same judge, for answers whose shape differs from that of the scores, so
/// that rows of both cannot be left out together.
let judgeOfShapes = judgeSubject(axes: ["", ""])

private func judgeSubject(axes: [String]) -> Subject {
  Subject(
    "isSoftmax(_:_:)", axes: axes, freedom: judgeFreedom,
    reference: isSoftmaxByHand, mistakes: judgeMistakes,
    telling: { random, number in
      let kinds = tellingAnswers
      guard number % 3 != 0 else {
        // A short row mostly sums to exactly 1, and rounded rows seldom do.
        guard number % 2 == 1 else {
          let x = random.normalScores(rows: 1, columns: 2)
          return arguments(x, rightWays[number / 3 % rightWays.count](x))
        }
        let x = random.normalScores(rows: 5, columns: 5)
        return arguments(x, roundedSoftmax(x, decimals: 5))
      }
      return random.wrongAnswer(
        among: kinds, number - number / 3 - 1, isSmall: false)
    },
    promises: { arguments in
      guard arguments.count == 2 else { return false }
      let (x, yHat) = (arguments[0].tensor, arguments[1].tensor)
      guard x.shape.count == 2, x.count > 0, x.shape == yHat.shape else {
        return x.shape.count == 2 && x.count > 0
      }
      let error = largestError(of: yHat, for: x).error
      return error <= 1e-5 || error >= 1e-3
    })
}

/// Wrong answers, in an order in which the first tell most judges apart.
private let tellingAnswers =
  [
    otherFormulas[0], unrelatedAnswers[2], partlyRightAnswers[4],
    nearlyRightAnswers[0], unboundedAnswers[0], unnormalizedAnswers[1],
    partlyRightAnswers[0], negativeAnswers[1], otherFormulas[4],
    unrelatedAnswers[5], partlyRightAnswers[3], unboundedAnswers[3],
    nearlyRightAnswers[1],
  ] + otherFormulas + unrelatedAnswers

extension SeededGenerator {
  /// Scores, and one of these wrong answers to them: if it is to be small, to
  /// two rows of two scores where these have such an answer.
  mutating func wrongAnswer(
    among kinds: [WrongAnswer], _ number: Int, isSmall: Bool
  ) -> [WireValue] {
    let kind = kinds[number % kinds.count]
    for attempt in 0..<200 {
      let x =
        isSmall && attempt < 20
        ? normalScores(rows: 2, columns: 2)
        : normalScores(rows: 1 + below(4), columns: 2 + below(4))
      if let y = kind.answer(x, &self) { return arguments(x, y) }
    }
    return arguments(Tensor([[0, 1]]), Tensor([[0.5, 0.5]]))
  }
}

private let judgeFreedom: [FreeDimension] = {
  let sizes: [FreeDimension.Case] = [1, 2, 3, .above(255)]
  return [
    FreeDimension("rows", sizes) { (x: Tensor, _: Tensor) in x.shape[0] },
    FreeDimension("columns", sizes) { (x: Tensor, _: Tensor) in x.shape[1] },
    FreeDimension("as many rows as columns") { (x: Tensor, _: Tensor) in
      x.shape[0] == x.shape[1] && x.count > 1
    },
    FreeDimension(
      "the largest magnitude", [0, .within(0.1...10), .within(500...1_000)]
    ) { (x: Tensor, _: Tensor) in [Double(x.absolute().max().item)] },
    FreeDimension("a right answer with a probability of 0") {
      (x: Tensor, yHat: Tensor) in
      isSoftmaxByHand(x, yHat) && yHat.values.contains(0)
    },
    FreeDimension("equal scores") { (x: Tensor, yHat: Tensor) in
      isSoftmaxByHand(x, yHat) && x.rows.contains { Set($0).count == 1 }
    },
    FreeDimension("another shape") { (x: Tensor, yHat: Tensor) in
      x.shape != yHat.shape
    },
    FreeDimension("NaN") { (_: Tensor, yHat: Tensor) in
      yHat.values.contains(where: \.isNaN)
    },
    FreeDimension("infinity") { (_: Tensor, yHat: Tensor) in
      yHat.values.contains { $0.isInfinite }
    },
    FreeDimension("a negative number") { (_: Tensor, yHat: Tensor) in
      yHat.values.contains { $0 < 0 && $0.isFinite }
    },
    FreeDimension(
      "the largest error",
      [
        0, .within(1e-8...1e-6), .within(1e-6...1e-5), .within(1e-3...1e-2),
        .within(0.1...1),
      ]
    ) { (x: Tensor, yHat: Tensor) in
      x.shape == yHat.shape
        ? [Double(largestError(of: yHat, for: x).error)] : []
    },
  ]
}()
