internal import Plots
internal import System

let softmaxFigures: [LessonFigure] = [movingScore, triangle]

private let movingScore = LessonFigure(
  "moving-score",
  "Three probabilities as the score of dog moves from −4 to 8 and the others "
    + "stay at 1 and −2: dog rises along an S from 0 to 1, cat and chicken "
    + "fall and keep their ratio, and dog and cat meet where their scores are "
    + "equal. Three points mark the lesson's scores, where dog is at 2: 0.72, "
    + "0.27 and 0.01"
) {
  let range = -4.0...8.0
  func share(_ index: Int) -> (Double) -> Double {
    { probabilities([$0, 1, -2])[index] }
  }
  return .chart(
    Chart(
      x: Axis("score of dog", range), y: Axis("probability", 0...1),
      [
        .init("dog", over: range, share(0)),
        .init("cat", over: range, share(1)),
        .init("chicken", over: range, share(2)),
        .init(
          "", probabilities([2, 1, -2]).map { Point(2, $0) }, as: .points),
      ]))
}

/// Two paths of a point in the triangle of three probabilities.
private let triangle = LessonFigure(
  "triangle",
  "A triangle with the corners dog, cat and chicken, drawn over the "
    + "probabilities of dog and cat. A straight line leads from near the cat "
    + "corner to the dog corner: the path of the point while only the score of "
    + "dog grows. A curve leads from the middle, where all are 1/3, to the dog "
    + "corner: all scores are multiplied by a growing number. They cross at "
    + "the lesson's probabilities, 0.72 and 0.27"
) {
  func place(_ scores: [Double]) -> Point {
    let shares = probabilities(scores)
    return Point(shares[0], shares[1])
  }
  // From the end to the start, where there is room for the name.
  func path(_ scores: (Double) -> [Double]) -> [Point] {
    (0...120).reversed().map { place(scores(Double($0) / 10)) }
  }
  func corner(_ name: String, _ x: Double, _ y: Double) -> Chart.Series {
    .init(name, [Point(x, y)], as: .points, color: .ink)
  }
  return .chart(
    Chart(
      x: Axis("probability of dog", -0.35...1.3),
      y: Axis("probability of cat", -0.15...1.15), width: 520, height: 440,
      [
        corner("dog", 1, 0), corner("cat", 0, 1), corner("chicken", 0, 0),
        .init(
          "", [Point(0, 0), Point(1, 0), Point(0, 1), Point(0, 0)],
          color: .faint),
        .init("dog's score", path { [$0 - 4, 1, -2] }, color: .blue),
        .init(
          "all scores", path { [2 * $0, $0, -2 * $0] }, as: .dashes,
          color: .orange),
        .init(
          "", [place([2, 1, -2]), place([0, 0, 0])], as: .points,
          color: .purple),
      ]))
}

private func probabilities(_ scores: [Double]) -> [Double] {
  let exponentials = scores.map { exp($0) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}
