internal import Plots
internal import System

let softmaxFigures: [LessonFigure] = [
  LessonFigure(
    "moving-score",
    "Three probabilities as the score of dog moves from −4 to 8 and the others "
      + "stay at 1 and −2: dog rises along an S from 0 to 1, cat and chicken "
      + "fall and keep their ratio, and dog and cat meet where their scores are "
      + "equal"
  ) {
    let range = -4.0...8.0
    func share(_ index: Int, dog: Double) -> Double {
      let exponentials = [dog, 1, -2].map { exp($0) }
      return exponentials[index] / exponentials.reduce(0, +)
    }
    return .chart(
      Chart(
        x: Axis("score of dog", range), y: Axis("probability", 0...1),
        [
          .init("dog", over: range) { share(0, dog: $0) },
          .init("cat", over: range) { share(1, dog: $0) },
          .init("chicken", over: range) { share(2, dog: $0) },
        ]))
  }
]
