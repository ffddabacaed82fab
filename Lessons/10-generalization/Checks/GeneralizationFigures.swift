internal import Plots

let generalizationFigures: [LessonFigure] = [gap, foldsFigure]

/// The numbers of the lesson's table: those of its cell `gap`, and those of the
/// full run that SOURCES.md describes.
private let accuracies: [(pictures: Double, training: Double, test: Double)] = [
  (100, 1, 0.695), (1_000, 0.91, 0.791), (6_000, 0.862, 0.831),
  (60_000, 0.859, 0.842),
]

private let gap = LessonFigure(
  "gap",
  "Accuracy against the number of training pictures, on a logarithmic axis. "
    + "The accuracy on the training pictures begins at 1 with 100 pictures and "
    + "falls to about 0.86; the accuracy on the test pictures begins at 0.7 "
    + "and rises to 0.84. The two lines come closer with every step to the "
    + "right"
) {
  .chart(
    Chart(
      x: Axis("training pictures", 100...100_000, logarithmic: true),
      y: Axis("accuracy", 0.6...1),
      width: 560,
      [
        .init(
          "training", accuracies.map { Point($0.pictures, $0.training) },
          as: .both),
        .init(
          "test", accuracies.map { Point($0.pictures, $0.test) }, as: .both),
      ]))
}

private let foldsFigure = LessonFigure(
  "folds",
  "A table with a row for each of three folds and a column for each of seven "
    + "examples in the order 4, 1, 6, 0, 2, 5, 3. A 1 marks the examples that "
    + "the fold validates on, a 0 those that it trains on. The first fold has "
    + "three ones, at the left, the second two in the middle, and the third "
    + "two at the right; each column has exactly one"
) {
  let order = [4, 1, 6, 0, 2, 5, 3]
  let parts = [0..<3, 3..<5, 5..<7]
  return .heatMap(
    HeatMap(
      "1: validates on this example, 0: trains on it",
      rows: parts.indices.map { "fold \($0)" },
      columns: order.map { "\($0)" },
      parts.map { part in order.indices.map { part.contains($0) ? 1 : 0 } }))
}
