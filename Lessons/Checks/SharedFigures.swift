internal import Plots
internal import System

// Figures on regression for the lists of several lessons.

/// Three bell curves.
let normalDensities = LessonFigure(
  "normal-densities",
  "Three bell curves. The first, with mean 0 and standard deviation 1, is high "
    + "and narrow; with a standard deviation of 2 the curve is half as high "
    + "and twice as wide; with mean 3 and standard deviation 1 it is the first "
    + "curve moved to the right by 3"
) {
  let range = -7.0...7.0
  func density(_ x: Double, _ mean: Double, _ deviation: Double) -> Double {
    let z = (x - mean) / deviation
    return exp(-z * z / 2) / (deviation * (2 * Double.pi).squareRoot())
  }
  return .chart(
    Chart(
      x: Axis("x", range), y: Axis("density", 0...0.45),
      [
        .init("mean 0, deviation 1", over: range) { density($0, 0, 1) },
        .init("mean 0, deviation 2", over: range) { density($0, 0, 2) },
        .init("mean 3, deviation 1", over: range) { density($0, 3, 1) },
      ]))
}

/// Each loss with its gradient and its likelihood, for y = 0.
let regressionLosses = LessonFigure(
  "regression-losses",
  "Three charts against the prediction, for a true value of 0. Squared loss: a "
    + "parabola, its gradient a straight line, its likelihood a bell. Absolute "
    + "loss: a V, its gradient a jump from −1 to 1, its likelihood a pointed "
    + "peak. Huber: a parabola between −1 and 1 and straight lines outside, "
    + "its gradient a ramp that stays at −1 and 1, its likelihood round at the "
    + "top with heavy tails"
) {
  .row([
    .chart(
      lossChart("squared", loss: { $0 * $0 / 2 }, gradient: { $0 })),
    .chart(
      lossChart("absolute", loss: { $0.magnitude }, gradient: sign)),
    .chart(
      lossChart(
        "Huber",
        loss: { $0.magnitude > 1 ? $0.magnitude - 0.5 : $0 * $0 / 2 },
        gradient: { min(1, max(-1, $0)) })),
  ])
}

/// The slope of the absolute value; NaN at the corner, where there is none.
private func sign(_ x: Double) -> Double {
  x.magnitude < 1e-9 ? .nan : x < 0 ? -1 : 1
}

private func lossChart(
  _ title: String, loss: @escaping (Double) -> Double,
  gradient: @escaping (Double) -> Double
) -> Chart {
  let range = -3.0...3.0
  return Chart(
    title, x: Axis("prediction", range), y: Axis("", -2.2...3.2), width: 290,
    [
      .init("loss", over: range, loss),
      .init("gradient", over: range, gradient),
      .init("likelihood", over: range) { exp(-loss($0)) },
    ])
}
