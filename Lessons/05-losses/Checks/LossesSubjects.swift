internal import Checks
internal import Tensors
internal import Wire

// What is right, number by number in Double, and what goes wrong.

let l2LossSubject = subject(
  "l2Loss(_:_:)", right: { 0.5 * $0 * $0 },
  mistakes: [
    wrong(
      "not-halved",
      "You returned the whole square; the loss is half of it, so that its "
        + "slope is just the error."
    ) { $0 * $0 },
    wrong(
      "absolute",
      "You halved the absolute error; the error has to be squared."
    ) { 0.5 * $0.magnitude },
    wrong(
      "not-squared", "You halved the error; it has to be squared first."
    ) { 0.5 * $0 },
    wrong(
      "halved-first",
      "You halved the error before squaring it, which makes a quarter of the "
        + "square; square first, then halve."
    ) { 0.25 * $0 * $0 },
    wrong(
      "error-returned", "You returned the error; the loss is half its square."
    ) { $0 },
  ] + ofShape { 0.5 * $0 * $0 })

let l1LossSubject = subject(
  "l1Loss(_:_:)", right: { $0.magnitude },
  mistakes: [
    wrong(
      "sign-kept",
      "You returned the error with its sign; the loss is its absolute value, "
        + "or errors of either sign cancel."
    ) { $0 },
    wrong(
      "sign-kept", "You returned y − ŷ; the loss is its absolute value."
    ) { -$0 },
    wrong(
      "squared",
      "You squared the error; here it is its absolute value that counts."
    ) { $0 * $0 },
    wrong(
      "squared",
      "You returned the squared loss; here it is the absolute value of the "
        + "error that counts."
    ) { 0.5 * $0 * $0 },
    wrong(
      "halved",
      "You halved the absolute error; only the squared loss has a one half."
    ) { 0.5 * $0.magnitude },
    wrong(
      "rooted",
      "You took the root of the absolute error; take the absolute error "
        + "itself."
    ) { $0.magnitude.squareRoot() },
  ] + ofShape { $0.magnitude })

let huberLossSubject = subject(
  "huberLoss(_:_:)", right: huberLossByHand,
  mistakes: [
    wrong(
      "branches-swapped",
      "You exchanged the two pieces: the square is for errors of at most 1, "
        + "the straight line for those beyond."
    ) { $0.magnitude > 1 ? 0.5 * $0 * $0 : $0.magnitude - 0.5 },
    wrong(
      "not-joined",
      "Beyond 1 the loss is |ŷ − y| − ½. Without the −½ it jumps from ½ to 1 "
        + "where the pieces should meet."
    ) { $0.magnitude > 1 ? $0.magnitude : 0.5 * $0 * $0 },
    wrong(
      "not-joined",
      "You added ½ beyond 1; subtract it, so that the pieces meet at ½."
    ) { $0.magnitude > 1 ? $0.magnitude + 0.5 : 0.5 * $0 * $0 },
    wrong(
      "not-halved",
      "Within 1 the loss is half the square: at an error of 1 the pieces "
        + "should meet at ½."
    ) { $0.magnitude > 1 ? $0.magnitude - 0.5 : $0 * $0 },
    wrong(
      "threshold-signed",
      "You compared the error with 1 with its sign on, so that an error of "
        + "−3 is squared; compare its absolute value."
    ) { $0 > 1 ? $0.magnitude - 0.5 : 0.5 * $0 * $0 },
    wrong(
      "sign-kept",
      "Beyond −1 you used the error with its sign, which makes the loss "
        + "negative; use its absolute value."
    ) { $0.magnitude > 1 ? $0 - 0.5 : 0.5 * $0 * $0 },
    wrong(
      "smaller-of-both",
      "You took the smaller of the squared and the absolute loss. They cross "
        + "at an error of 2 with a corner; Huber's pieces meet at 1, after "
        + "½ is taken from the straight one."
    ) { min(0.5 * $0 * $0, $0.magnitude) },
    wrong(
      "only-squared", "You squared all errors; those beyond 1 cost |ŷ − y| − ½."
    ) { 0.5 * $0 * $0 },
    wrong(
      "only-absolute",
      "You used the straight piece for all errors; those within 1 cost half "
        + "their square."
    ) { $0.magnitude - 0.5 },
  ] + ofShape(huberLossByHand))

let l2GradientSubject = subject(
  "l2Gradient(_:_:)", right: { $0 },
  mistakes: slopes { $0 } + [
    wrong(
      "doubled",
      "You returned twice the error, the slope of a square that is not "
        + "halved; the ½ of the loss cancels the 2."
    ) { 2 * $0 },
    wrong(
      "halved",
      "You returned half the error; the 2 of the derivative cancels the ½."
    ) { 0.5 * $0 },
    wrong(
      "sign-returned",
      "You returned the sign of the error, the slope of the absolute loss; "
        + "here the slope is the error itself.", as: sign
    ),
    wrong(
      "loss-returned", "You returned the loss; wanted is its slope."
    ) { 0.5 * $0 * $0 },
  ])

let l1GradientSubject = subject(
  "l1Gradient(_:_:)", right: sign,
  mistakes: slopes(sign) + [
    wrong(
      "kink-nan",
      "Where the error is 0 you divided 0 by 0. Decide by the error's sign, "
        + "and return 0 at the kink."
    ) { $0 / $0.magnitude },
    wrong(
      "kink-one",
      "Where the error is 0 you said 1. Any number from −1 to 1 would be as "
        + "good a slope of the kink; we agreed on 0."
    ) { $0 >= 0 ? 1 : -1 },
    wrong(
      "kink-one",
      "Where the error is 0 you said −1. Any number from −1 to 1 would be as "
        + "good a slope of the kink; we agreed on 0."
    ) { $0 > 0 ? 1 : -1 },
    wrong(
      "error-returned",
      "You returned the error; the slope of the absolute loss is its sign "
        + "alone."
    ) { $0 },
    wrong(
      "always-one",
      "You said 1 on both sides; for predictions that are too low the loss "
        + "falls, and the slope is −1."
    ) { $0 == 0 ? 0 : 1 },
    wrong(
      "always-one",
      "You said 1 everywhere; for predictions that are too low the loss "
        + "falls, and the slope is −1."
    ) { _ in 1 },
    wrong(
      "loss-returned", "You returned the loss; wanted is its slope."
    ) { $0.magnitude },
  ])

let huberGradientSubject = subject(
  "huberGradient(_:_:)", right: clipped,
  mistakes: slopes(clipped) + [
    wrong(
      "not-clipped",
      "You returned the error; beyond 1 and −1 the loss is a straight line, "
        + "whose slope is 1 or −1."
    ) { $0 },
    wrong(
      "sign-returned",
      "You returned the sign of every error; within 1 the slope is the error "
        + "itself.", as: sign
    ),
    wrong(
      "branches-swapped",
      "You exchanged the two pieces: the error is the slope within 1, its "
        + "sign beyond."
    ) { $0.magnitude > 1 ? $0 : sign($0) },
    wrong(
      "one-side",
      "You held back errors above 1 only; those below −1 have a slope of −1."
    ) { min(1, $0) },
    wrong(
      "one-side",
      "You held back errors below −1 only; those above 1 have a slope of 1."
    ) { max(-1, $0) },
    wrong("min-max-exchanged", largerForSmaller) { max(1, $0) },
    wrong("min-max-exchanged", smallerForLarger) { min(-1, $0) },
    wrong("min-max-exchanged", largerForSmaller) { _ in 1 },
    wrong("min-max-exchanged", smallerForLarger) { _ in -1 },
    wrong(
      "always-positive",
      "For an error below −1 you said 1; the loss falls there, and its slope "
        + "is −1."
    ) { $0.magnitude > 1 ? 1 : $0 },
    wrong(
      "always-positive",
      "Your slopes have no sign: for an error below 0 the loss falls, and its "
        + "slope is below 0."
    ) { min(1, $0.magnitude) },
    wrong(
      "loss-returned", "You returned the loss; wanted is its slope.",
      as: huberLossByHand),
  ])

private let largerForSmaller =
  "You never say less than 1: `max` gives the larger of two numbers. To hold "
  + "an error back at 1 take the smaller, with `min`; at −1 take the larger."

private let smallerForLarger =
  "You never say more than −1: `min` gives the smaller of two numbers. To hold "
  + "an error back at −1 take the larger, with `max`; at 1 take the smaller."

// MARK: - Number by number

func huberLossByHand(_ error: Double) -> Double {
  error.magnitude <= 1 ? 0.5 * error * error : error.magnitude - 0.5
}

private func sign(_ error: Double) -> Double {
  error > 0 ? 1 : error < 0 ? -1 : 0
}

private func clipped(_ error: Double) -> Double { max(-1, min(1, error)) }

private typealias OfError = @Sendable (Double) -> Double

private func subject(
  _ name: String, right: @escaping OfError, mistakes: [KnownMistake]
) -> Subject {
  Subject(
    name, axes: ["nq", "nq"], freedom: freedom,
    reference: { (yHat: Tensor, y: Tensor) in each(yHat, y, right) },
    mistakes: mistakes,
    telling: { random, number in
      random.predictions(shape: [2 + number % 4, 1 + number % 3])
    })
}

/// How the predictions and truths of each of the functions may vary.
private let freedom = [
  FreeDimension("axes", [0, 1, 2, 3, 4]) { (yHat: Tensor, _: Tensor) in
    yHat.shape.count
  },
  FreeDimension("elements", [0, 1, 2, 3, .above(255)]) {
    (yHat: Tensor, _: Tensor) in yHat.count
  },
  FreeDimension("an error", [-1, 0, 1], places: errors),
  FreeDimension(
    "an error above 0",
    [
      .within(1e-30...1e-8), .within(1e-6...1e-5), .within(1e-3...0.1),
      .within(0.5...0.999), .within(1.001...2), .within(10...1e3),
      .within(1e5...1e6),
    ], places: errors),
  FreeDimension(
    "an error below 0",
    [
      .within(-1e-8...(-1e-30)), .within(-1e-5...(-1e-6)),
      .within(-0.1...(-1e-3)), .within(-0.999...(-0.5)), .within(-2...(-1.001)),
      .within(-1e3...(-10)), .within(-1e6...(-1e5)),
    ], places: errors),
  FreeDimension(
    "a truth", [.below(-1e5), .below(0), 0, .above(0), .above(1e5)]
  ) { (_: Tensor, y: Tensor) in y.values.map(Double.init) },
  FreeDimension("a truth off any grid") { (_: Tensor, y: Tensor) in
    y.values.contains { $0 * 1_000 != ($0 * 1_000).rounded() }
  },
]

private func errors(_ yHat: Tensor, _ y: Tensor) -> [Double] {
  zip(yHat.values, y.values).map { Double($0) - Double($1) }
}

/// A function of every error, in Double.
private func each(
  _ yHat: Tensor, _ y: Tensor, _ function: OfError
) -> Tensor {
  Tensor(
    zip(yHat.values, y.values).map { Float(function(Double($0) - Double($1))) },
    shape: yHat.shape)
}

private func wrong(
  _ id: String, _ explanation: String, as function: @escaping OfError
) -> KnownMistake {
  KnownMistake(id, explanation) { (yHat: Tensor, y: Tensor) in
    each(yHat, y, function)
  }
}

/// One number for all elements, instead of one for each.
private func ofShape(_ loss: @escaping OfError) -> [KnownMistake] {
  let section = "one-loss-for-each-element"
  let mean =
    "You returned the mean of all losses; wanted is one loss for each "
    + "element."
  let sum =
    "You returned the sum of all losses; wanted is one loss for each element."
  return [
    KnownMistake("mean", mean, section: section) {
      (yHat: Tensor, y: Tensor) in each(yHat, y, loss).mean()
    },
    KnownMistake("sum", sum, section: section) {
      (yHat: Tensor, y: Tensor) in each(yHat, y, loss).sum()
    },
    KnownMistake(
      "divided-by-n",
      "You divided each loss by the number of elements; each keeps its own.",
      section: section
    ) { (yHat: Tensor, y: Tensor) in
      each(yHat, y, loss) / Float(max(y.count, 1))
    },
  ]
}

/// What goes wrong with every slope.
private func slopes(_ slope: @escaping OfError) -> [KnownMistake] {
  let section = "one-loss-for-each-element"
  return [
    wrong(
      "sign-flipped",
      "Your signs are the other way round: where the prediction is too high, "
        + "raising it raises the loss, and the slope is positive."
    ) { -slope($0) },
    KnownMistake(
      "divided-by-n",
      "You divided by the number of elements; each slope belongs to its own "
        + "loss, not to their mean.", section: section
    ) { (yHat: Tensor, y: Tensor) in
      each(yHat, y, slope) / Float(max(y.count, 1))
    },
    KnownMistake(
      "summed", "You added the slopes up; wanted is one for each element.",
      section: section
    ) { (yHat: Tensor, y: Tensor) in each(yHat, y, slope).sum() },
  ]
}
