internal import Checks
internal import References
internal import Tensors
internal import Wire

// The three functions: their references, computed number by number in Double,
// and known mistakes.

let linearSubject = Subject(
  "linearRegression(_:_:_:)", axes: ["nd", "d", ""], freedom: linearFreedom,
  reference: { (x: Tensor, w: Tensor, b: Tensor) in predictions(x, w, b) },
  recipe: linearRecipe, mistakes: linearMistakes,
  telling: { random, number in
    // Only with a single example is "product-reversed" an answer.
    random.model(
      examples: number % 4 == 1 ? 1 : 3 + number % 3, features: 3 + number % 2)
  })

/// Orders of magnitude that prices may have.
let regressionMagnitudes: [FreeDimension.Case] = [
  .within(1e-7...1e-5), .within(0.1...10), .within(1e5...1e7),
]

private let linearFreedom = [
  FreeDimension("examples", [1, 2, 3, .above(255), .above(65_535)]) {
    (x: Tensor, _: Tensor, _: Tensor) in x.shape[0]
  },
  FreeDimension("features", [1, 2, 3, .above(255)]) {
    (x: Tensor, _: Tensor, _: Tensor) in x.shape[1]
  },
  FreeDimension("as many examples as features") {
    (x: Tensor, _: Tensor, _: Tensor) in
    x.shape[0] == x.shape[1] && x.count > 1
  },
  FreeDimension("a feature's magnitude", regressionMagnitudes) {
    (x: Tensor, _: Tensor, _: Tensor) in magnitudes(of: x)
  },
  FreeDimension("a weight's magnitude", regressionMagnitudes + [0]) {
    (_: Tensor, w: Tensor, _: Tensor) in magnitudes(of: w)
  },
  FreeDimension("the bias's magnitude", regressionMagnitudes) {
    (_: Tensor, _: Tensor, b: Tensor) in magnitudes(of: b)
  },
  FreeDimension("the bias", [.below(0), .above(0)]) {
    (_: Tensor, _: Tensor, b: Tensor) in [Double(b[0])]
  },
  FreeDimension("an example of zeros") { (x: Tensor, _: Tensor, _: Tensor) in
    x.shape[0] < 100 && x.rows.contains { row in row.allSatisfy { $0 == 0 } }
  },
  FreeDimension("a feature that is always 1", [0, 1]) {
    (x: Tensor, _: Tensor, _: Tensor) in
    guard 2..<100 ~= x.shape[0] else { return [] }
    return (0..<x.shape[1]).filter { j in x.rows.allSatisfy { $0[j] == 1 } }
      .map(Double.init)
  },
  FreeDimension("negative features and weights") {
    (x: Tensor, w: Tensor, _: Tensor) in
    (-x).max().item > 0 && (-w).max().item > 0
  },
]

/// The magnitudes of the first 1,000 numbers of a tensor.
func magnitudes(of x: Tensor) -> [Double] {
  x.values.prefix(1_000).map { Double($0.magnitude) }
}

private let linearMistakes: [KnownMistake] = [
  linear("bias-forgotten") { x, w, _ in predictions(x, w, Tensor([0])) },
  linear("bias-subtracted") { x, w, b in
    predictions(x, w, -b)
  },
  linear("elementwise") { x, w, b in x * w.reshaped([1, -1]) + b },
  linear("averaged") { x, w, b in
    let products = predictions(x, w, Tensor([0]))
    return products / Float(max(x.shape[1], 1)) + b
  },
  linear("weights-backwards") { x, w, b in
    predictions(x, Tensor(Array(w.values.reversed()), shape: w.shape), b)
  },
  linear("first-feature") { x, w, b in
    guard let weight = w.values.first, x.shape[1] > 0 else { return x }
    let kept = [weight] + w.values.dropFirst().map { _ in 0 }
    return predictions(x, Tensor(kept, shape: w.shape), b)
  },
  linear("last-feature-only") { x, w, b in
    let kept = w.values.dropLast().map { _ in Float(0) } + w.values.suffix(1)
    return predictions(x, Tensor(kept, shape: w.shape), b)
  },
  linear("last-feature") { x, w, b in
    predictions(x, Tensor(w.values.dropLast() + [0], shape: w.shape), b)
  },
  linear("last-feature") { x, w, b in
    guard w.count > 1 else { return predictions(x, w, b) }
    return predictions(x, Tensor(w.values.dropLast() + [0], shape: w.shape), b)
  },
  linear("bias-inside") { x, w, b in predictions(x, w + b, Tensor([0])) },
  linear("bias-multiplied") { x, w, b in
    predictions(x, w, Tensor([0])) * b
  },
  linear("product-reversed") { x, w, b in
    guard x.shape[0] == 1 else { throw NoImitation() }
    return w.matmul(x) + b
  },
  linear("running-total") { x, w, b in
    var total = b[0]
    let sums = predictions(x, w, Tensor([0])).values.map { sum in
      total += sum
      return total
    }
    return Tensor(sums, shape: [x.shape[0], 1])
  },
  linear("bias-per-feature") { x, w, b in
    predictions(x, w, b * Float(x.shape[1]))
  },
  linear("flat") { x, w, b in predictions(x, w, b).reshaped([-1]) },
  linear("row") { x, w, b in predictions(x, w, b).reshaped([1, -1]) },
]

private func linear(
  _ key: String,
  _ imitation: @escaping @Sendable (Tensor, Tensor, Tensor) throws -> Tensor
) -> KnownMistake {
  KnownMistake(key) {
    (x: Tensor, w: Tensor, b: Tensor) throws in try imitation(x, w, b)
  }
}

let lossSubject = Subject(
  "squaredLoss(_:_:)", axes: ["nq", "nq"], freedom: lossFreedom,
  reference: { (yHat: Tensor, y: Tensor) in
    ofErrors(yHat, y) { 0.5 * $0 * $0 }
  },
  recipe: lossRecipe, mistakes: lossMistakes,
  telling: { random, number in random.pairs(shape: [3 + number % 4, 1]) })

private let lossFreedom = [
  FreeDimension("predictions", [1, 2, 3, .above(255), .above(65_535)]) {
    (yHat: Tensor, _: Tensor) in yHat.count
  },
  FreeDimension("axes", [0, 1, 2, 3]) { (yHat: Tensor, _: Tensor) in
    yHat.shape.count
  },
  FreeDimension("a prediction's magnitude", regressionMagnitudes) {
    (yHat: Tensor, _: Tensor) in magnitudes(of: yHat)
  },
  FreeDimension(
    "an error's magnitude",
    regressionMagnitudes + [0, .within(1e-13...1e-11), .within(1e8...1e10)]
  ) {
    (yHat: Tensor, y: Tensor) in magnitudes(of: yHat - y)
  },
  FreeDimension("errors of both signs") { (yHat: Tensor, y: Tensor) in
    (yHat - y).max().item > 0 && (y - yHat).max().item > 0
  },
  FreeDimension("columns", [1, .above(1)]) {
    (yHat: Tensor, _: Tensor) in
    yHat.shape.dropFirst().map { Double($0) }
  },
]

private let lossMistakes: [KnownMistake] = [
  wrongLoss("not-halved") { ofErrors($0, $1) { $0 * $0 } },
  wrongLoss("absolute") { ofErrors($0, $1) { 0.5 * $0.magnitude } },
  wrongLoss("halved-first") { ofErrors($0, $1) { 0.25 * $0 * $0 } },
  wrongLoss("error-returned") { ofErrors($0, $1) { $0 } },
  wrongLoss("mean") { ofErrors($0, $1) { 0.5 * $0 * $0 }.mean() },
  wrongLoss("sum") { ofErrors($0, $1) { 0.5 * $0 * $0 }.sum() },
  wrongLoss("mean") { ofErrors($0, $1) { $0 * $0 }.mean() },
  wrongLoss("sum") { ofErrors($0, $1) { $0 * $0 }.sum() },
  wrongLoss("not-squared") { ofErrors($0, $1) { 0.5 * $0 } },
  wrongLoss("divided-by-n") {
    ofErrors($0, $1) { 0.5 * $0 * $0 } / Float(max($1.count, 1))
  },
  wrongLoss("broadcast") { yHat, y in
    // For very many, the differences would not fit in memory.
    guard y.count < 10_000 else { throw NoImitation() }
    return 0.5 * (yHat.reshaped([-1, 1]) - y.reshaped([-1])).squared()
  },
]

private func wrongLoss(
  _ key: String,
  _ imitation: @escaping @Sendable (Tensor, Tensor) throws -> Tensor
) -> KnownMistake {
  KnownMistake(key) {
    (yHat: Tensor, y: Tensor) throws in try imitation(yHat, y)
  }
}

let stepSubject = Subject(
  "sgdStep(_:gradients:learningRate:batchSize:)", axes: ["", "", "", ""],
  freedom: stepFreedom,
  reference: stepped { p, g, rate, size in p - rate / size * g },
  recipe: stepRecipe, mistakes: stepMistakes,
  telling: { random, number in
    // Only with a single parameter is "first-only" no mistake.
    random.step(
      shapes: number % 3 == 1 ? [[3, 1]] : [[2 + number % 3, 1], [3], [1]],
      ofSize: 1, rate: [0.3, 0.7, 0.05][number % 3],
      batchSize: 2 + random.below(30))
  })

private let stepFreedom = [
  FreeDimension("parameters", [0, 1, 2, 3, 4, 5, 8]) {
    (p: [Tensor], _: [Tensor], _: Float, _: Int) in p.count
  },
  FreeDimension("a parameter's axes", [0, 1, 2, 3]) {
    (p: [Tensor], _: [Tensor], _: Float, _: Int) in
    p.map { Double($0.shape.count) }
  },
  FreeDimension("two equal parameters") {
    (p: [Tensor], _: [Tensor], _: Float, _: Int) in
    p.count > 1 && p[0] == p[1]
  },
  FreeDimension("numbers in a parameter", [1, 2, 3, .above(65_535)]) {
    (p: [Tensor], _: [Tensor], _: Float, _: Int) in
    p.map { Double($0.count) }
  },
  FreeDimension("a parameter's magnitude", regressionMagnitudes) {
    (p: [Tensor], _: [Tensor], _: Float, _: Int) in
    p.flatMap { magnitudes(of: $0) }
  },
  FreeDimension("a gradient's magnitude", regressionMagnitudes + [0]) {
    (_: [Tensor], g: [Tensor], _: Float, _: Int) in
    g.flatMap { magnitudes(of: $0) }
  },
  FreeDimension(
    "the learning rate",
    [0, .within(1e-7...1e-5), .within(0.01...0.9), .above(1), .above(100)]
  ) { (_: [Tensor], _: [Tensor], rate: Float, _: Int) in [Double(rate)] },
  FreeDimension(
    "the batch size",
    [1, 2, 3, .above(255), 2_049, .within(32_768...65_535), .above(65_535)]
  ) { (_: [Tensor], _: [Tensor], _: Float, size: Int) in size },
]

private let stepMistakes: [KnownMistake] = [
  wrongStep("ascent") { p, g, rate, size in p + rate / size * g },
  wrongStep("batch-size-ignored") { p, g, rate, _ in p - rate * g },
  wrongStep("batch-size-multiplied") { p, g, rate, size in p - rate * size * g
  },
  wrongStep("rate-ignored") { p, g, _, size in p - g / size },
  wrongStep("step-returned") { _, g, rate, size in -rate / size * g },
  wrongStep("step-returned") { _, g, rate, size in rate / size * g },
  wrongStep("unchanged") { p, _, _, _ in p },
  wrongStep("parameter-for-gradient") { p, _, rate, size in
    p - rate / size * p
  },
  wrongStep("divided-twice") { p, g, rate, size in
    p - rate / size * g / size
  },
  wrongStep("all-divided") { p, g, rate, size in (p - rate * g) / size },
  wrongStep("fraction-inverted") { p, g, rate, size in p - size / rate * g },
  KnownMistake("gradient-summed") {
    (p: [Tensor], g: [Tensor], rate: Float, size: Int) in
    zip(p, g).map { $0 - rate / Float(size) * $1.sum() }
  },
  KnownMistake("gradient-averaged") {
    (p: [Tensor], g: [Tensor], rate: Float, _: Int) in
    zip(p, g).map { $0 - rate * $1.mean() }
  },
  KnownMistake("divided-by-elements") {
    (p: [Tensor], g: [Tensor], rate: Float, _: Int) in
    zip(p, g).map { $0 - rate / Float($1.count) * $1 }
  },
  KnownMistake("first-only") {
    (p: [Tensor], g: [Tensor], rate: Float, size: Int) in
    let moved = steps(p, g, rate, size) { p, g, rate, size in
      p - rate / size * g
    }
    return Array(moved.prefix(1)) + p.dropFirst()
  },
]

private func wrongStep(
  _ key: String, _ step: @escaping Stepping
) -> KnownMistake {
  KnownMistake(key, imitation: stepped(step))
}

/// A step of all parameters, computed number by number in Double.
private func stepped(
  _ step: @escaping Stepping
) -> @Sendable ([Tensor], [Tensor], Float, Int) -> [Tensor] {
  { p, g, rate, size in steps(p, g, rate, size, step) }
}
