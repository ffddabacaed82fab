internal import Plots
internal import System
internal import Tensors

let generalizationFigures: [LessonFigure] = [capacity, decayCurves, shifts]

private let capacity = LessonFigure(
  "capacity",
  "A sketch of two errors against the complexity of the model. The training "
    + "error keeps falling. The error on fresh data falls with it at first, "
    + "then turns and rises: left of the lowest point is underfitting, right "
    + "of it overfitting"
) {
  let range = 0.0...6.0
  func training(_ x: Double) -> Double { 0.05 + 1.6 * exp(-0.8 * x) }
  func fresh(_ x: Double) -> Double { training(x) + 0.08 + 0.025 * x * x }
  let lowest = stride(from: 0, through: 6, by: 0.05).min {
    fresh($0) < fresh($1)
  }
  let best = lowest ?? 0
  return .chart(
    Chart(
      x: Axis("complexity of the model", range), y: Axis("error", 0...1.9),
      [
        .init("training error", over: range, training),
        .init("error on fresh data", over: range, fresh),
        .init(
          "best", [Point(best, 0), Point(best, fresh(best))],
          as: .dashes),
      ]))
}

private let decayCurves = LessonFigure(
  "weight-decay",
  "The losses of the example over 400 steps, on a logarithmic axis. Without a "
    + "penalty the training loss falls below a millionth while the fresh loss "
    + "ends at about 0.8. With λ = 3 the training loss stops at about 0.0005, "
    + "and the fresh loss falls to about 0.01"
) {
  let without = ridgeLosses(lambda: 0)
  let with = ridgeLosses(lambda: 3)
  return .chart(
    Chart(
      x: Axis("step", 0...400), y: Axis("loss", 1e-6...10, logarithmic: true),
      width: 620,
      [
        .init("λ = 0, training", without.training, as: .dashes, color: .blue),
        .init("λ = 0, fresh", without.fresh, color: .blue),
        .init("λ = 3, training", with.training, as: .dashes, color: .orange),
        .init("λ = 3, fresh", with.fresh, color: .orange),
      ]))
}

/// The losses of the lesson's 200 features and 20 examples at every tenth step,
/// cut off at a millionth.
///
/// Uses matrix products for speed, because the figure is computed whenever it
/// is read.
private func ridgeLosses(
  lambda: Float
) -> (training: [Point], fresh: [Point]) {
  var random = SeededGenerator(seed: 5)
  func examples(_ n: Int) -> (x: Tensor, y: Tensor) {
    let x = Tensor.normal(shape: [n, 200], using: &random)
    let noise = Tensor.normal(shape: [n, 1], using: &random) * 0.01
    let y = x.sum(axis: 1, keepingDimensions: true) * 0.01 + 0.05
    return (x, y + noise)
  }
  let (training, fresh) = (examples(20), examples(100))
  let transposed = training.x.transposed()
  var w = Tensor.normal(shape: [200, 1], using: &random) * 0.1
  var b: Float = 0
  func errors(_ data: (x: Tensor, y: Tensor)) -> Tensor {
    data.x.matmul(w) + b - data.y
  }
  func loss(_ errors: Tensor) -> Double {
    max(Double((errors * errors).mean().item) / 2, 1e-6)
  }
  var points: (training: [Point], fresh: [Point]) = ([], [])
  for step in 0...400 {
    let wrong = errors(training)
    if step % 10 == 0 {
      points.training.append(Point(Double(step), loss(wrong)))
      points.fresh.append(Point(Double(step), loss(errors(fresh))))
    }
    w = w - (transposed.matmul(wrong) / 20 + w * lambda) * 0.01
    b -= 0.01 * wrong.mean().item
  }
  return points
}

private let shifts = LessonFigure(
  "shifts",
  "Two charts. Covariate shift: the hill of the inputs in use lies to the "
    + "right of that in training, and the curve of the probability of a label "
    + "given the input is the same for both. Label shift: two hills, one per "
    + "class, equally high in training; in use the second is four times as "
    + "high as the first, and neither has moved"
) {
  let range = -4.0...6.0
  func hill(_ x: Double, _ mean: Double) -> Double {
    exp(-(x - mean) * (x - mean) / 2) / (2 * Double.pi).squareRoot()
  }
  return .row([
    .chart(
      Chart(
        "covariate shift", x: Axis("x", range), y: Axis("", 0...1.05),
        width: 330,
        [
          .init("training", over: range) { hill($0, 0) },
          .init("use", over: range) { hill($0, 2.5) },
          .init("label given x", over: range, as: .dashes) {
            1 / (1 + exp(1 - $0))
          },
        ])),
    .chart(
      Chart(
        "label shift", x: Axis("x", range), y: Axis("", 0...0.5), width: 330,
        [
          .init("training", over: range) {
            0.5 * hill($0, -0.5) + 0.5 * hill($0, 3)
          },
          .init("use", over: range) {
            0.2 * hill($0, -0.5) + 0.8 * hill($0, 3)
          },
        ])),
  ])
}
