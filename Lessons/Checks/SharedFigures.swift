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

/// A regression line among points, with its residuals.
let fitWithResiduals = LessonFigure(
  "fit-with-residuals",
  "Eight points that rise from left to right, the line that fits them best, "
    + "and from each point a vertical segment to the line: its error"
) {
  let xs = [0.6, 1.3, 2.0, 2.9, 3.4, 4.2, 5.1, 5.7]
  let ys = [1.4, 1.2, 2.6, 2.2, 3.7, 3.1, 4.0, 4.9]
  let count = Double(xs.count)
  let (meanX, meanY) = (xs.reduce(0, +) / count, ys.reduce(0, +) / count)
  let covariance = zip(xs, ys).reduce(0) {
    $0 + ($1.0 - meanX) * ($1.1 - meanY)
  }
  let variance = xs.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
  let slope = covariance / variance
  func line(_ x: Double) -> Double { meanY + slope * (x - meanX) }
  let points = zip(xs, ys).map { Point($0, $1) }
  let residuals = points.flatMap { [$0, Point($0.x, line($0.x))] }
  return .chart(
    Chart(
      x: Axis("x", 0...6.3), y: Axis("y", 0...5.5),
      [
        .init("", residuals, as: .segments, color: .orange),
        .init("best line", over: 0...6.3, color: .blue, samples: 2, line),
        .init("examples", points, as: .points, color: .green),
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
