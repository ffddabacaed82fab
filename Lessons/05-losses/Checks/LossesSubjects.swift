internal import Checks
internal import References
internal import Tensors
internal import Wire

// The references, computed number by number in Double, and known mistakes.

let l2LossSubject = subject(
  "l2Loss(_:_:)", l2LossRecipe, errors: [squarableErrors],
  right: { 0.5 * $0 * $0 },
  mistakes: [
    wrong("not-halved") { $0 * $0 },
    wrong("absolute") { 0.5 * $0.magnitude },
    wrong("not-squared") { 0.5 * $0 },
    wrong("halved-first") { 0.25 * $0 * $0 },
    wrong("error-returned") { $0 },
  ] + ofShape { 0.5 * $0 * $0 })

let l1LossSubject = subject(
  "l1Loss(_:_:)", l1LossRecipe, errors: [tinyErrors, hugeErrors],
  right: { $0.magnitude },
  mistakes: [
    wrong("sign-kept") { $0 },
    wrong("sign-kept.reversed") { -$0 },
    wrong("squared") { $0 * $0 },
    wrong("squared.loss") { 0.5 * $0 * $0 },
    wrong("halved") { 0.5 * $0.magnitude },
    wrong("rooted") { $0.magnitude.squareRoot() },
  ] + ofShape { $0.magnitude })

let huberLossSubject = subject(
  "huberLoss(_:_:)", huberLossRecipe, errors: [belowOne, aboveOne, hugeErrors],
  right: huberLossByHand,
  mistakes: [
    wrong("branches-swapped") {
      $0.magnitude > 1 ? 0.5 * $0 * $0 : $0.magnitude - 0.5
    },
    wrong("not-joined") { $0.magnitude > 1 ? $0.magnitude : 0.5 * $0 * $0 },
    wrong("not-joined.added") {
      $0.magnitude > 1 ? $0.magnitude + 0.5 : 0.5 * $0 * $0
    },
    wrong("not-halved.huber") {
      $0.magnitude > 1 ? $0.magnitude - 0.5 : $0 * $0
    },
    wrong("threshold-signed") { $0 > 1 ? $0.magnitude - 0.5 : 0.5 * $0 * $0 },
    wrong("sign-kept.huber") { $0.magnitude > 1 ? $0 - 0.5 : 0.5 * $0 * $0 },
    wrong("smaller-of-both") { min(0.5 * $0 * $0, $0.magnitude) },
    wrong("only-squared") { 0.5 * $0 * $0 },
    wrong("only-absolute") { $0.magnitude - 0.5 },
    wrong("border", ["border": "½"]) {
      $0.magnitude > 0.5 ? $0.magnitude - 0.5 : 0.5 * $0 * $0
    },
    wrong("border", ["border": 2]) {
      $0.magnitude > 2 ? $0.magnitude - 0.5 : 0.5 * $0 * $0
    },
    KnownMistake("one-piece-for-all") { (yHat: Tensor, y: Tensor) in
      let isSmall = (yHat - y).values.allSatisfy { $0.magnitude <= 1 }
      return each(yHat, y) { isSmall ? 0.5 * $0 * $0 : $0.magnitude - 0.5 }
    },
  ] + ofShape(huberLossByHand))

let l2GradientSubject = subject(
  "l2Gradient(_:_:)", l2GradientRecipe, errors: [tinyErrors, hugeErrors],
  right: { $0 },
  mistakes: slopes { $0 } + [
    wrong("doubled") { 2 * $0 },
    wrong("halved.slope") { 0.5 * $0 },
    wrong(
      "sign-returned", as: sign
    ),
    wrong("loss-returned") { 0.5 * $0 * $0 },
  ])

let l1GradientSubject = subject(
  "l1Gradient(_:_:)", l1GradientRecipe, errors: [tinyErrors, hugeErrors],
  right: sign,
  mistakes: slopes(sign) + [
    wrong("kink-nan") { $0 / $0.magnitude },
    wrong("kink-one") { $0 >= 0 ? 1 : -1 },
    wrong("kink-one.minus") { $0 > 0 ? 1 : -1 },
    wrong("error-returned.slope") { $0 },
    wrong("always-one.both") { $0 == 0 ? 0 : 1 },
    wrong("always-one") { _ in 1 },
    wrong("loss-returned") { $0.magnitude },
  ])

let huberGradientSubject = subject(
  "huberGradient(_:_:)", huberGradientRecipe,
  errors: [belowOne, aboveOne, tinyErrors, hugeErrors],
  right: clipped,
  mistakes: slopes(clipped) + [
    wrong("not-clipped") { $0 },
    wrong(
      "sign-returned.huber", as: sign
    ),
    wrong("branches-swapped.slope") { $0.magnitude > 1 ? $0 : sign($0) },
    wrong("one-side") { min(1, $0) },
    wrong("one-side.below") { max(-1, $0) },
    wrong("min-max-exchanged") { max(1, $0) },
    wrong("min-max-exchanged.min") { min(-1, $0) },
    wrong("min-max-exchanged") { _ in 1 },
    wrong("min-max-exchanged.min") { _ in -1 },
    wrong("zero-below") { $0 < -1 ? 0 : min(1, $0) },
    wrong("border.slope", ["border": "½"]) {
      $0.magnitude > 0.5 ? sign($0) : $0
    },
    wrong("border.slope", ["border": 2]) { $0.magnitude > 2 ? sign($0) : $0 },
    wrong("always-positive") { $0.magnitude > 1 ? 1 : $0 },
    wrong("always-positive.unsigned") { min(1, $0.magnitude) },
    wrong(
      "loss-returned", as: huberLossByHand),
  ])

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
  _ name: String, _ recipe: Recipe, errors: [ClosedRange<Double>],
  right: @escaping OfError,
  mistakes: [KnownMistake]
) -> Subject {
  Subject(
    name, axes: ["nq", "nq"], freedom: freedom(errors: errors),
    reference: { (yHat: Tensor, y: Tensor) in each(yHat, y, right) },
    recipe: recipe, mistakes: mistakes,
    telling: { random, number in
      var drawn = random.predictions(shape: [2 + number % 4, 1 + number % 3])
      // In some, all errors are small.
      let (yHat, y) = (drawn[0].tensor, drawn[1].tensor)
      if number % 3 == 1 { drawn[0] = .tensor(y + (yHat - y) / 100) }
      return drawn
    })
}

/// Errors whose squares are 0 in Float, or infinite, or neither.
private let (tinyErrors, hugeErrors) = (1e-38...1e-24, 1e20...1e38)
private let squarableErrors = 1e16...1e18

/// Errors to which one formula of Huber's loss applies and not the other.
private let (belowOne, aboveOne) = (0.97...0.995, 1.005...1.009)

/// The ways in which the predictions and targets of a function may vary.
///
/// `some` are errors that not every function is tried with.
private func freedom(errors some: [ClosedRange<Double>]) -> [FreeDimension] {
  let sizes =
    [
      1e-30...1e-8, 1e-6...1e-5, 1e-3...0.1, 0.5...0.999, 1.001...2, 10...1e3,
      1e5...1e6,
    ] + some
  return [
    FreeDimension("axes", [0, 1, 2, 3, 4]) { (yHat: Tensor, _: Tensor) in
      yHat.shape.count
    },
    FreeDimension("elements", [0, 1, 2, 3, .above(255), .above(10_000)]) {
      (yHat: Tensor, _: Tensor) in yHat.count
    },
    FreeDimension("an error", [-1, 0, 1], places: errors),
    FreeDimension(
      "an error above 0", sizes.map { .within($0) }, places: errors),
    FreeDimension(
      "an error below 0",
      sizes.map { .within(-$0.upperBound...(-$0.lowerBound)) }, places: errors),
    FreeDimension(
      "a target", [.below(-1e5), .below(0), 0, .above(0), .above(1e5)]
    ) { (_: Tensor, y: Tensor) in y.values.map(Double.init) },
    FreeDimension("a target that is no round number") {
      (_: Tensor, y: Tensor) in
      y.values.contains { $0 * 1_000 != ($0 * 1_000).rounded() }
    },
  ]
}

private func errors(_ yHat: Tensor, _ y: Tensor) -> [Double] {
  zip(yHat.values, y.values).map { Double($0) - Double($1) }
}

/// Applies a function to every error, in Double.
private func each(
  _ yHat: Tensor, _ y: Tensor, _ function: OfError
) -> Tensor {
  Tensor(
    zip(yHat.values, y.values).map { Float(function(Double($0) - Double($1))) },
    shape: yHat.shape)
}

private func wrong(
  _ key: String, _ values: Remark.Values = [:],
  as function: @escaping OfError
) -> KnownMistake {
  KnownMistake(key, values) { (yHat: Tensor, y: Tensor) in
    each(yHat, y, function)
  }
}

/// Mistakes of shape: one number for all elements instead of one for each.
private func ofShape(_ loss: @escaping OfError) -> [KnownMistake] {
  [
    KnownMistake("mean") {
      (yHat: Tensor, y: Tensor) in each(yHat, y, loss).mean()
    },
    KnownMistake("sum") {
      (yHat: Tensor, y: Tensor) in each(yHat, y, loss).sum()
    },
    KnownMistake("divided-by-n") { (yHat: Tensor, y: Tensor) in
      each(yHat, y, loss) / Float(max(y.count, 1))
    },
  ]
}

/// Mistakes that every gradient shares.
private func slopes(_ slope: @escaping OfError) -> [KnownMistake] {
  [
    wrong("sign-flipped") { -slope($0) },
    KnownMistake("divided-by-n.slope") { (yHat: Tensor, y: Tensor) in
      each(yHat, y, slope) / Float(max(y.count, 1))
    },
    KnownMistake("summed") { (yHat: Tensor, y: Tensor) in
      each(yHat, y, slope).sum()
    },
  ]
}
