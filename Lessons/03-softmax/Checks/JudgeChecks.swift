internal import Checks
internal import References
internal import Tensors
internal import Wire

/// What a judge of softmax must accept, and what it must reject.
let judgeChecks: [Check] =
  [
    .accepts("judge-right", trials: 8) { random, number in
      let rows: [[Float]] = [[2, 1, -2], [0, 0, 0]]
      let x =
        number == 0
        ? Tensor(rows)
        : random.normalScores(rows: 1 + number % 3, columns: 1 + number % 4)
      return arguments(x, softmaxByHand(x))
    },
    .accepts("judge-rounding", trials: 12) { random, number in
      let x = random.normalScores(rows: 2 + number / 4, columns: 3)
      let way = number % 4
      return arguments(
        x, way == 0 ? roundedSoftmax(x, decimals: 5) : rightWays[way](x))
    },
    .accepts("judge-large", trials: 10) { random, number in
      let x =
        switch number {
        case 0: Tensor([[0, 200]])
        case 1: Tensor([[1_000, 999]])
        case 2: Tensor([[-1_000, -1_001, -1_003]])
        case 3: Tensor([[5], [-300]])
        case 4: Tensor.zeros(shape: [2, 4])
        case 5: Tensor([[700, 700, 700], [-3, -3, -3]])
        default:
          random.scores(
            ofSize: Float(40 * number), rows: 1 + number % 3, columns: 3)
        }
      return arguments(x, rightWays[number % 2](x))
    },
  ] + [
    .rejects("judge-shape", misshapenAnswers, of: judgeOfShapes),
    .rejects("judge-not-a-number", unboundedAnswers),
    .rejects("judge-sums", unnormalizedAnswers),
    .rejects("judge-negative", negativeAnswers),
    .rejects("judge-scores", unrelatedAnswers),
    .rejects("judge-formula", otherFormulas),
    .rejects("judge-parts", partlyRightAnswers),
    .rejects("judge-nearly", nearlyRightAnswers),
    .holds(
      "judge-many", judge, section: judgeSection, trials: 6
    ) { random, number in
      let x =
        number < 2
        ? random.wideRows() : random.normalScores(rows: 300, columns: 10)
      let right = rightWays[1](x)
      let wrong: WrongAnswer
      switch number {
      case 0, 2: return arguments(x, right)
      case 4: return arguments(x, roundedSoftmax(x, decimals: 5))
      case 5: wrong = nearlyRightAnswers[1]
      default: wrong = partlyRightAnswers[1]
      }
      return arguments(x, wrong.answer(x, &random) ?? right)
    } property: {
      wronglyRejected($0)
        ?? wronglyAccepted($0, among: partlyRightAnswers + nearlyRightAnswers)
    },
  ]

private let judgeSection = "is-an-answer-right"

extension Check {
  /// Checks that right answers are accepted.
  fileprivate static func accepts(
    _ id: String, trials: Int, inputs: @escaping Inputs
  ) -> Check {
    .holds(
      id, judge, section: judgeSection, trials: trials, inputs: inputs,
      property: wronglyRejected)
  }

  /// Checks that these wrong answers are rejected: each kind once for two rows
  /// of two scores where there is one, and twice for others.
  fileprivate static func rejects(
    _ id: String, _ kinds: [WrongAnswer], of subject: Subject = judge
  ) -> Check {
    .holds(
      id, subject, section: judgeSection, trials: 3 * kinds.count
    ) { random, number in
      random.wrongAnswer(
        among: kinds, number, isSmall: number < kinds.count)
    } property: {
      wronglyAccepted($0, among: kinds)
    }
  }
}

/// What is said of a right answer that was rejected.
@Sendable private func wronglyRejected(_ trial: Trial) -> Violation? {
  guard trial.expected == .boolean(true), trial.received == .boolean(false)
  else { return nil }
  let (x, y) = (trial.tensor(0), trial.tensor(1))
  let error = largestError(of: y, for: x).error
  if error > 1e-6 { return Violation("rejected-rounded", ["error": error]) }
  if x.shape[0] > 12 || x.shape[1] > 12 {
    return Violation("rejected-many", ["shape": x.shape])
  }
  if y.values.contains(0) { return Violation("rejected-zero") }
  if x.absolute().max().item > 88 { return Violation("rejected-large") }
  if error > 0 { return Violation("rejected-computed", ["error": error]) }
  return Violation("rejected-right")
}

/// What is said of a wrong answer of one of these kinds that was accepted.
private func wronglyAccepted(
  _ trial: Trial, among kinds: [WrongAnswer]
) -> Violation? {
  guard trial.expected == .boolean(false), trial.received == .boolean(true)
  else { return nil }
  let (x, y) = (trial.tensor(0), trial.tensor(1))
  return kinds.first { $0.fits(x, y) }.map {
    Violation($0.remark(Evidence(x: x, yHat: y)))
  }
}
