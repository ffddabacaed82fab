internal import Plots
internal import System

let lossesFigures: [LessonFigure] = [
  bestConstantsFigure, threeLossesFigure, normalDensitiesFigure,
]

/// The mean loss of each constant over the five mornings.
private let bestConstantsFigure = LessonFigure(
  "best-constants",
  "Two charts of the mean loss over the five mornings against the constant "
    + "that is announced. The squared loss is a parabola with its lowest point "
    + "at the mean, 36. The absolute loss consists of straight pieces with "
    + "corners at the five mornings and its lowest corner at the median, 22"
) {
  let mornings = [20.0, 22, 21, 23, 94]
  let mean = mornings.reduce(0, +) / 5
  let median = mornings.sorted()[2]
  func chart(
    _ name: String, most: Double, best: String, _ constant: Double,
    loss: @escaping (Double) -> Double
  ) -> Chart {
    func total(_ constant: Double) -> Double {
      mornings.reduce(0) { $0 + loss(constant - $1) } / 5
    }
    return Chart(
      "\(name) loss",
      x: Axis("constant in minutes (squares: the mornings)", 0...100),
      y: Axis("mean loss", 0...most), width: 400, height: 250,
      [
        .init(
          "lowest at the \(best), \(Int(constant))", over: 0...100,
          samples: 401, total),
        .init("", [Point(constant, total(constant))], as: .points),
        .init("", mornings.map { Point($0, 0) }, as: .points),
      ])
  }
  return .row([
    .chart(chart("squared", most: 1600, best: "mean", mean) { $0 * $0 / 2 }),
    .chart(
      chart("absolute", most: 70, best: "median", median) { $0.magnitude }),
  ])
}

/// Three losses, their slopes and their likelihoods, for a truth of 0.
private let threeLossesFigure = LessonFigure(
  "regression-losses",
  "Three charts against the prediction, for a true value of 0: the loss, its "
    + "slope, and exp(−loss), each for the squared, the absolute and Huber's "
    + "loss. The losses are a parabola, a V, and a parabola that continues in "
    + "straight lines. The slopes are a straight line, a jump from −1 to 1, "
    + "and a ramp that stays at −1 and 1. The third chart has a bell, a "
    + "pointed peak with high tails, and a hill with a round top and higher "
    + "tails"
) {
  let losses: [(name: String, of: (Double) -> Double)] = [
    ("squared", { $0 * $0 / 2 }),
    ("absolute", { $0.magnitude }),
    ("Huber", { $0.magnitude > 1 ? $0.magnitude - 0.5 : $0 * $0 / 2 }),
  ]
  let slopes: [(Double) -> Double] = [
    { $0 },
    // None at the kink.
    { $0.magnitude < 1e-9 ? .nan : $0 < 0 ? -1 : 1 },
    { min(1, max(-1, $0)) },
  ]
  let range = -3.0...3.0
  func chart(
    _ title: String, _ y: ClosedRange<Double>, _ curves: [(Double) -> Double]
  ) -> Figure {
    .chart(
      Chart(
        title, x: Axis("prediction", range), y: Axis("", y), width: 320,
        height: 280,
        zip(losses, curves).map { loss, curve in
          .init(loss.name, over: range, curve)
        }))
  }
  return .row([
    chart("loss", 0...4.5, losses.map(\.of)),
    chart("slope of the loss", -3...3, slopes),
    chart("exp(−loss)", 0...1, losses.map { loss in { exp(-loss.of($0)) } }),
  ])
}

/// Three bell curves, with the standard deviation marked.
private let normalDensitiesFigure = LessonFigure(
  "normal-densities",
  "Three bell curves. The first, with mean 0 and standard deviation 1, is high "
    + "and narrow. With a standard deviation of 2 the curve is half as high "
    + "and twice as wide. With mean 3 and standard deviation 1 it is the first "
    + "curve moved to the right by 3. On the first two, a line marks the "
    + "distance σ from the mean to the steepest place"
) {
  let range = -7.0...7.0
  func density(_ x: Double, _ mean: Double, _ deviation: Double) -> Double {
    let z = (x - mean) / deviation
    return exp(-z * z / 2) / (deviation * (2 * Double.pi).squareRoot())
  }
  func mark(_ deviation: Double, _ color: Color) -> Chart.Series {
    let height = density(deviation, 0, deviation)
    return .init(
      "σ", [Point(0, height), Point(deviation, height)], as: .both, color: color
    )
  }
  return .chart(
    Chart(
      x: Axis("x", range), y: Axis("density", 0...0.45),
      [
        .init("μ = 0, σ = 1", over: range, color: .blue) { density($0, 0, 1) },
        .init("μ = 0, σ = 2", over: range, color: .orange) {
          density($0, 0, 2)
        },
        .init("μ = 3, σ = 1", over: range, color: .green) { density($0, 3, 1) },
        mark(1, .blue), mark(2, .orange),
      ]))
}
