internal import Plots
internal import System

let crossEntropyFigures: [LessonFigure] = [
  LessonFigure(
    "surprise",
    "The loss against the probability of the right class: 0 at a probability "
      + "of 1, rising slowly at first and without bound towards 0; the two "
      + "rows of the example are marked at a half and at a tenth"
  ) {
    let example = [0.1, 0.5].map { Point($0, -log($0)) }
    return .chart(
      Chart(
        x: Axis("probability of the right class", 0...1),
        y: Axis("loss", 0...5),
        [
          .init("−log p", over: 0.007...1, samples: 400) { -log($0) },
          .init("the two rows", example, as: .points),
        ]))
  }
]
