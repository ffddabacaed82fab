internal import Plots

let classificationFigures: [LessonFigure] =
  furtherFigures + [
    LessonFigure(
      "net",
      "Four features on the left, three scores on the right, and a line from "
        + "every feature to every score: twelve weights. The uppermost line, "
        + "from x₁ to o₁, bears its weight, w₁₁"
    ) {
      var net = Net(
        layers: [["x₁", "x₂", "x₃", "x₄"], ["o₁", "o₂", "o₃"]],
        captions: ["features", "scores"])
      net.edgeNames = [0: "w₁₁"]
      return .net(net)
    },
    LessonFigure(
      "borders",
      "The plane of two brightnesses, the upper half to the right and the lower "
        + "half upwards, divided into three areas by straight borders that meet "
        + "in one point, at 0.22 and 0.35. Sneakers are on the left, trousers at "
        + "the lower right, coats above. Of sixteen pictures of each class, all "
        + "trousers and sneakers lie in the area of their class; five dark coats "
        + "lie among the others"
    ) {
      let (points, labels) = (
        pictures.flatMap(\.self),
        pictures.indices.flatMap { Array(repeating: $0, count: 16) }
      )
      return .regions(
        Regions(
          x: Axis("brightness of the upper half", 0...0.6),
          y: Axis("brightness of the lower half", 0...0.6),
          classes: ["trouser", "coat", "sneaker"], points: points,
          labels: labels
        ) { x, y in
          let scores = means.map { mean in
            x * mean.x + y * mean.y - (mean.x * mean.x + mean.y * mean.y) / 2
          }
          return scores.firstIndex(of: scores.max() ?? 0) ?? 0
        })
    },
  ]

// The brightness of the upper and of the lower half, of trousers, coats and
// sneakers: as the lesson's cell `clothes` computes it from the 6,000 training
// pictures of the bundled sample.

private let means = [
  Point(0.2558923, 0.1929348), Point(0.3678825, 0.4175692),
  Point(0.1158658, 0.2234548),
]

/// The first sixteen pictures of each class.
private let pictures: [[Point]] = [
  points([
    0.29, 0.23, 0.25, 0.23, 0.31, 0.20, 0.20, 0.16, 0.28, 0.21, 0.26, 0.18,
    0.22, 0.12, 0.32, 0.21, 0.30, 0.21, 0.28, 0.18, 0.33, 0.23, 0.27, 0.17,
    0.26, 0.15, 0.30, 0.20, 0.16, 0.10, 0.30, 0.22,
  ]),
  points([
    0.15, 0.17, 0.21, 0.38, 0.42, 0.47, 0.29, 0.31, 0.41, 0.53, 0.30, 0.39,
    0.39, 0.44, 0.32, 0.23, 0.15, 0.10, 0.30, 0.51, 0.44, 0.54, 0.21, 0.24,
    0.49, 0.47, 0.45, 0.43, 0.41, 0.53, 0.34, 0.38,
  ]),
  points([
    0.09, 0.24, 0.08, 0.12, 0.17, 0.22, 0.09, 0.26, 0.11, 0.26, 0.14, 0.28,
    0.11, 0.23, 0.07, 0.18, 0.14, 0.31, 0.13, 0.24, 0.12, 0.25, 0.11, 0.16,
    0.11, 0.21, 0.08, 0.19, 0.12, 0.29, 0.08, 0.10,
  ]),
]

private func points(_ numbers: [Double]) -> [Point] {
  stride(from: 0, to: numbers.count, by: 2).map {
    Point(numbers[$0], numbers[$0 + 1])
  }
}
