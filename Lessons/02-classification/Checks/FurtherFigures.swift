internal import Plots

/// The figures behind the last checkpoint.
let furtherFigures = [singleNeuron, separatingLine, layers, fields]

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

private let layers = LessonFigure(
  "layers",
  "A network with a hidden layer, from left to right: two inputs, two hidden nodes, "
    + "one output, and a line from every node to every node of the next layer. "
    + "Each hidden node adds up and then replaces negative sums by 0"
) {
  .net(
    Net(
      layers: [["x₁", "x₂"], ["h₁", "h₂"], ["o"]],
      captions: ["input", "hidden: sum, then ReLU", "output: sum"]))
}

private let fields = LessonFigure(
  "fields",
  "Four boxes, each within the one before, with an example in each: artificial "
    + "intelligence, such as a chess program with rules; machine learning, such "
    + "as a spam filter that counts words; neural networks, such as the line "
    + "of lesson 1; deep learning, with many layers"
) {
  .nested(
    Nested([
      "artificial intelligence: a chess program",
      "machine learning: a spam filter",
      "neural networks: the line of lesson 1",
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
