internal import Plots
internal import System

let regressionFigures: [LessonFigure] = [
  line, bowl, fields, singleNeuron, layers, separatingLine,
]

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

private let fields = LessonFigure(
  "fields",
  "Four boxes, each within the one before, with an example in each: artificial "
    + "intelligence, such as a chess program with rules; machine learning, such "
    + "as a spam filter that counts words; neural networks, such as this "
    + "lesson's line; deep learning, with many layers"
) {
  .nested(
    Nested([
      "artificial intelligence: a chess program",
      "machine learning: a spam filter",
      "neural networks: this lesson's line",
      "deep learning: many layers",
    ]))
}

private let singleNeuron = LessonFigure(
  "single-neuron",
  "Linear regression as a network, from left to right: the inputs x₁, x₂, x₃ "
    + "and the constant 1; on the line from each of them its factor, w₁, w₂, w₃ "
    + "and b; all four lines end in one node that adds up and gives ŷ"
) {
  let inputs = ["x₁", "x₂", "x₃", "1"]
  let factors = ["·w₁", "·w₂", "·w₃", "·b"]
  func column(_ labels: [String], _ x: Double, _ color: Color) -> [Net.Node] {
    labels.enumerated().map { .init($1, at: Point(x, Double($0)), color) }
  }
  return .net(
    Net(
      nodes: column(inputs, 0, .blue) + column(factors, 1, .purple)
        + [.init("Σ", at: Point(2, 1.5), .orange)]
        + [.init("ŷ", at: Point(3, 1.5), .orange)],
      edges: (0..<4).map { ($0, 4 + $0) } + (4..<8).map { ($0, 8) } + [(8, 9)],
      captions: ["inputs", "weights and bias", "sum", "output"]))
}

private let layers = LessonFigure(
  "layers",
  "A network of three layers, from left to right: two inputs, two hidden nodes, "
    + "one output, and a line from every node to every node of the next layer. "
    + "Each hidden node adds up and then replaces negative sums by 0"
) {
  .net(
    Net(
      layers: [["x₁", "x₂"], ["h₁", "h₂"], ["o"]],
      captions: ["input", "hidden: sum, then ReLU", "output: sum"]))
}

private let separatingLine = LessonFigure(
  "separating-line",
  "The four states of two switches as points of a plane that a straight line "
    + "divides into two shaded halves. Above the line, where the score is "
    + "positive, is only the point 1, 1; the points 0, 0 and 0, 1 and 1, 0 are "
    + "below it, where the score is negative"
) {
  .regions(
    Regions(
      x: Axis("first switch", -0.4...1.6), y: Axis("second switch", -0.4...1.6),
      classes: ["score < 0", "score > 0"],
      points: [Point(0, 0), Point(0, 1), Point(1, 0), Point(1, 1)],
      labels: [0, 0, 0, 1]
    ) { x, y in -4 + 3 * x + 2 * y > 0 ? 1 : 0 })
}
