internal import Plots
internal import System

let regressionFigures: [LessonFigure] = [line, bowl]

/// The lesson's four flats, and the line that fits them best.
private let line = LessonFigure(
  "line",
  "Four flats as points: 1, 2, 3 and 4 rooms, sold for 3, 4, 8 and 9 hundred "
    + "thousand dollars. The line that fits them best rises by 2.2 for each "
    + "room and reaches 11.5 at five rooms; a short vertical segment from each "
    + "point to the line is its error"
) {
  let (w, b) = RegressionBowl.lowest
  func price(_ rooms: Double) -> Double { w * rooms + b }
  let flats = zip(RegressionBowl.rooms, RegressionBowl.prices).map {
    Point($0, $1)
  }
  let segments = flats.flatMap { [$0, Point($0.x, price($0.x))] }
  return .chart(
    Chart(
      x: Axis("rooms", 0...5.5),
      y: Axis("price (hundred thousand dollars)", 0...14),
      [
        .init("", segments, as: .segments, color: .orange),
        .init(
          "the best line", over: 0...5.5, color: .blue, samples: 2, price),
        .init("flats", flats, as: .points, color: .green),
        .init("five rooms?", [Point(5, price(5))], as: .points, color: .purple),
      ]))
}

/// The mean loss over weight and bias, and three ways down.
private let bowl = LessonFigure(
  "bowl",
  "A plane of weights from left to right and biases from bottom to top. Ovals "
    + "around the lowest point, weight 2.2 and bias 0.5, join points of equal "
    + "loss: a long, narrow, slanting valley. Three paths start on its left "
    + "side. With rate 0.01 there are 50 small steps to the floor of the valley. "
    + "With rate 0.1 it takes two steps to the floor, and the path then turns "
    + "along it towards the lowest point. With rate 0.25 the path jumps from one "
    + "side of the valley to the other, further each time"
) {
  // One series of many ovals, with gaps between them.
  let ovals = [0.05, 0.5, 1.5, 3].flatMap { level in
    RegressionBowl.oval(level) + [Point(.nan, .nan)]
  }
  let paths = [
    (rate: 0.01, start: Point(-0.5, 4), steps: 50, color: Color.green),
    (rate: 0.1, start: Point(0, 1.5), steps: 50, color: Color.blue),
    (rate: 0.25, start: Point(2.2, -2.6), steps: 10, color: Color.orange),
  ].map { rate, start, steps, color in
    Chart.Series(
      "rate \(rate)",
      RegressionBowl.path(rate: rate, from: start, steps: steps), as: .both,
      color: color)
  }
  return .chart(
    Chart(
      x: Axis("weight", -1...6), y: Axis("bias", -5...6), width: 520,
      height: 400,
      [.init("", ovals, as: .dashes, color: .ink)] + paths))
}
