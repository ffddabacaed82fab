internal import Plots
internal import System

let regressionFigures: [LessonFigure] = [
  fields, layers, fitWithResiduals, singleNeuron, nerveCell, separatingLine,
]

private let fields = LessonFigure(
  "fields",
  "Four boxes, each within the one before: artificial intelligence, machine "
    + "learning, neural networks, deep learning"
) {
  .nested(
    Nested([
      "artificial intelligence", "machine learning", "neural networks",
      "deep learning",
    ]))
}

private let layers = LessonFigure(
  "layers",
  "A network of three layers, from left to right: three inputs, four hidden "
    + "nodes, two outputs, and a line from every node to every node of the "
    + "next layer"
) {
  .net(
    Net(
      layers: [["x₁", "x₂", "x₃"], ["h₁", "h₂", "h₃", "h₄"], ["o₁", "o₂"]],
      captions: ["input", "hidden", "output"]))
}

private let singleNeuron = LessonFigure(
  "single-neuron",
  "Linear regression as a network: four inputs on the left, one output on the "
    + "right, and a line from every input to it"
) {
  .net(
    Net(
      layers: [["x₁", "x₂", "x₃", "x₄"], ["ŷ"]],
      captions: ["input", "output"]))
}

private let nerveCell = LessonFigure(
  "nerve-cell",
  "A nerve cell as a diagram: three dendrites lead into the cell body with its "
    + "nucleus, from which one axon leads to three terminals"
) {
  .net(
    Net(
      layers: [["", "", ""], ["Σ"], ["→"], ["", "", ""]],
      captions: ["dendrites", "nucleus", "axon", "terminals"]))
}

private let separatingLine = LessonFigure(
  "separating-line",
  "Left, two groups of points in the plane and a straight line between them: "
    + "above it the sum is positive, below it negative. Right, the sigmoid: "
    + "from 0 far to the left it rises through a half at 0 towards 1"
) {
  let above = [(1.0, 4.2), (2.1, 3.6), (2.6, 4.6), (3.8, 3.9), (4.4, 4.7)]
  let below = [(0.7, 1.2), (1.6, 0.6), (2.4, 1.5), (3.5, 0.8), (4.3, 1.6)]
  return .row([
    .chart(
      Chart(
        "which side", x: Axis("x₁", 0...5), y: Axis("x₂", 0...5.5), width: 330,
        [
          .init("the line", over: 0...5, samples: 2) { 3.2 - 0.2 * $0 },
          .init("positive", above.map { Point($0.0, $0.1) }, as: .points),
          .init("negative", below.map { Point($0.0, $0.1) }, as: .points),
        ])),
    .chart(
      Chart(
        "sigmoid", x: Axis("z", -6...6), y: Axis("probability", 0...1.05),
        width: 330, [.init(over: -6...6) { 1 / (1 + exp(-$0)) }])),
  ])
}
