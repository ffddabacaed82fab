internal import Plots
internal import System

let crossEntropyFigures: [LessonFigure] = [surprise, triangle, plateau]

private let surprise = LessonFigure(
  "surprise",
  "Two losses against the probability of the right class. Cross-entropy is 0 at "
    + "a probability of 1, rises slowly at first and without bound towards 0; "
    + "the two rows of the example are marked on it, at a half and at a tenth. "
    + "The squared loss of two classes, (1 − p)², falls from 1 to 0 and is "
    + "nearly flat on the right"
) {
  let example = [0.1, 0.5].map { Point($0, -log($0)) }
  return .chart(
    Chart(
      x: Axis("probability p of the right class", 0...1),
      y: Axis("loss", 0...5),
      [
        .init("−log p", over: 0.007...1, samples: 400) {
          -log($0)
        },
        .init("(1 − p)²", over: 0...1) { (1 - $0) * (1 - $0) },
        .init("", example, as: .points, color: .blue),
      ]))
}

/// The probabilities of three classes as a point of a triangle.
///
/// The height is the probability of the right class, so that lines of equal
/// loss are horizontal.
private let triangle = LessonFigure(
  "triangle",
  "A triangle whose points are the possible probabilities of three classes. At "
    + "its upper corner the right class has all the probability, at the lower "
    + "corners one of the two wrong classes has. Horizontal lines join the "
    + "points of equal loss: half a unit near the top, then 1, and 2 close to "
    + "the base. Twelve steps of gradient descent lead from the first row of "
    + "the example, low on the right, in a curve almost to the upper corner"
) {
  func point(_ shares: [Double]) -> Point {
    Point(shares[2] - shares[1], shares[0])
  }
  func level(_ loss: Double) -> Chart.Series {
    let height = exp(-loss)
    return .init(
      "loss \(loss == 0.5 ? "½" : "\(Int(loss))")",
      [Point(height - 1, height), Point(1 - height, height)], as: .dashes,
      color: .orange)
  }
  func softmax(_ scores: [Double]) -> [Double] {
    let sum = scores.reduce(0) { $0 + exp($1) }
    return scores.map { exp($0) / sum }
  }
  // The right class comes first. Each step has the learning rate 1.
  let start = [0.1, 0.3, 0.6]
  var scores = start.map { log($0) }
  var path = [point(start)]
  for _ in 0..<12 {
    let shares = softmax(scores)
    for j in 0..<3 { scores[j] -= shares[j] - (j == 0 ? 1 : 0) }
    path.append(point(softmax(scores)))
  }
  return .chart(
    Chart(
      x: Axis("probability of class 2 minus that of class 1", -1...1),
      y: Axis("probability of class 0, the right one", 0...1), width: 460,
      height: 400,
      [
        .init(
          "", [Point(-1, 0), Point(0, 1), Point(1, 0), Point(-1, 0)],
          color: .ink),
        level(0.5), level(1), level(2),
        .init("12 steps", path, as: .both, color: .blue),
      ]))
}

/// Two losses and their slopes along the score of a right class.
private let plateau = LessonFigure(
  "plateau",
  "Two charts against the score z, for a label of 1, with z = −8 marked. Left: "
    + "cross-entropy falls from 10 to 0 in a nearly straight line; the squared "
    + "loss through the sigmoid is flat at a half up to z = −4 and falls to 0 "
    + "only around 0. Right: the slope of cross-entropy is −1 on the far left "
    + "and rises to 0; that of the squared loss is nearly 0 on both sides, with "
    + "a shallow valley in between"
) {
  let range = -10.0...6.0
  func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
  func chart(
    _ title: String, _ y: ClosedRange<Double>, names: (String, String),
    entropy: @escaping (Double) -> Double, squared: @escaping (Double) -> Double
  ) -> Figure {
    .chart(
      Chart(
        title, x: Axis("score z", range), y: Axis("", y), width: 400,
        height: 260,
        [
          .init(names.0, over: range, entropy),
          .init(names.1, over: range, squared),
          .init("", [Point(-8, entropy(-8))], as: .points, color: .blue),
          .init("", [Point(-8, squared(-8))], as: .points, color: .orange),
        ]))
  }
  return .row([
    chart(
      "loss", 0...10, names: ("cross-entropy", "squared"),
      entropy: { log(1 + exp(-$0)) },
      squared: { 0.5 * (sigmoid($0) - 1) * (sigmoid($0) - 1) }),
    chart(
      "slope of the loss", -1.1...0.1,
      names: ("cross-entropy", "squared"),
      entropy: { sigmoid($0) - 1 },
      squared: { (sigmoid($0) - 1) * sigmoid($0) * (1 - sigmoid($0)) }),
  ])
}
