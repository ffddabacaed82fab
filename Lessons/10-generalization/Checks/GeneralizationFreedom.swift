internal import Checks
internal import References
internal import Tensors

// The ways in which the inputs of the three functions may vary.

let hoeffdingFreedom = [
  FreeDimension(
    "error",
    [
      .within(1e-4...1e-3), .within(1e-3...0.01), .within(0.01...0.1),
      .within(0.1...0.99),
    ]
  ) { (error: Double, _: Double) in [error] },
  FreeDimension(
    "risk",
    [
      .within(1e-7...1e-5), .within(1e-4...0.01), .within(0.05...0.2),
      .within(0.8...0.99),
    ]
  ) { (_: Double, confidence: Double) in [1 - confidence] },
  FreeDimension(
    "examples",
    [1, .within(2...255), .above(255), .above(65_535), .above(2.1475e9)]
  ) { (error: Double, confidence: Double) in
    [exactSampleSize(error: error, confidence: confidence).rounded(.up)]
  },
  FreeDimension("examples above an integer", [.within(1e-7...1e-6)]) {
    (error: Double, confidence: Double) in
    let size = exactSampleSize(error: error, confidence: confidence)
    return [size - size.rounded(.down)]
  },
]

let decayFreedom = [
  FreeDimension("features", [0, 1, 2, 3, .above(255)]) { step in
    step.parameters[0].shape[0]
  },
  FreeDimension("classes", [0, 1, 2, 3, .above(255)]) { step in
    step.parameters[0].shape[1]
  },
  FreeDimension("examples", [1, 2, 3, .above(255), .above(65_535)]) { step in
    step.batchSize
  },
  FreeDimension("learning rate", [0, .within(0.01...0.2), .within(0.5...1), 2])
  { step in [Double(step.rate)] },
  FreeDimension("decay", [0, .within(0.01...0.2), .within(0.5...1), .above(1)])
  { step in [Double(step.decay)] },
  FreeDimension("rate times decay", [0, .within(0.01...0.9), 1, .above(1)]) {
    step in [Double(step.rate * step.decay)]
  },
  FreeDimension("a weight", sizes) { $0.parameters[0].values.map(Double.init) },
  FreeDimension("a bias", sizes) { $0.parameters[1].values.map(Double.init) },
  FreeDimension("a gradient", [0] + sizes) { step in
    step.gradients.flatMap { $0.values.map(Double.init) }
  },
]

/// Of either sign, and from the smallest to the largest size allowed.
private let sizes: [FreeDimension.Case] = [
  .within(-1e7...(-1e5)), .within(-10...(-0.1)), .within(-1e-5...(-1e-7)),
  .within(1e-7...1e-5), .within(0.1...10), .within(1e5...1e7),
]

/// The arguments of a step.
private struct Step {
  let parameters: [Tensor]
  let gradients: [Tensor]
  let rate: Float
  let decay: Float
  let batchSize: Int
}

extension FreeDimension {
  fileprivate init(
    _ name: String, _ cases: [Case],
    places: @escaping @Sendable (Step) -> [Double]
  ) {
    self.init(name, cases) {
      (
        parameters: [Tensor], gradients: [Tensor], rate: Float, decay: Float,
        size: Int
      ) in
      places(
        Step(
          parameters: parameters, gradients: gradients, rate: rate,
          decay: decay, batchSize: size))
    }
  }

  fileprivate init(
    _ name: String, _ cases: [Case],
    size: @escaping @Sendable (Step) -> Int
  ) {
    self.init(name, cases, places: { [Double(size($0))] })
  }
}
