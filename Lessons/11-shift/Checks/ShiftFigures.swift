internal import Datasets
internal import Plots
internal import System

let shiftFigures: [LessonFigure] = [movedPictures, shifts]

private let movedPictures = LessonFigure(
  "moved",
  "Six test pictures in two rows: ankle boot, pullover, two trousers, shirt, "
    + "trouser. Above, as they are, all six get the right name. Below, each is "
    + "three pixels further to the right, and looks the same, but the model "
    + "gives a wrong name to every one: sandal, ankle boot, two shirts, ankle "
    + "boot, shirt"
) {
  .sampled {
    let test = try sample(.test)
    let plain = (0..<6).map { test.pixels($0) }
    let moved = plain.map { pixels in
      pixels.indices.map { $0 % 28 < 3 ? 0 : pixels[$0 - 3] }
    }
    // What the lesson's cell `moved` prints.
    let answers = FashionMNIST.names(of: [9, 2, 1, 1, 6, 1, 5, 9, 6, 6, 9, 6])
    return .images(
      ImageGrid(
        perRow: 6,
        zip(plain + moved, answers).enumerated().map { i, picture in
          .init(picture.0, test.name(i % 6), predicted: picture.1)
        }))
  }
}

private let shifts = LessonFigure(
  "shifts",
  "Two charts. Covariate shift: the hill of the inputs in use lies to the "
    + "right of that in training, and the curve of the probability of a label "
    + "given the input is the same for both. Label shift: two hills, one per "
    + "class, equally high in training; in use the second is four times as "
    + "high as the first, and neither has moved"
) {
  let range = -4.0...6.0
  func hill(_ x: Double, _ mean: Double) -> Double {
    exp(-(x - mean) * (x - mean) / 2) / (2 * Double.pi).squareRoot()
  }
  return .row([
    .chart(
      Chart(
        "covariate shift", x: Axis("x", range), y: Axis("", 0...1.05),
        width: 330,
        [
          .init("training", over: range) { hill($0, 0) },
          .init("use", over: range) { hill($0, 2.5) },
          .init("label given x", over: range, as: .dashes) {
            1 / (1 + exp(1 - $0))
          },
        ])),
    .chart(
      Chart(
        "label shift", x: Axis("x", range), y: Axis("", 0...0.5), width: 330,
        [
          .init("training", over: range) {
            0.5 * hill($0, -0.5) + 0.5 * hill($0, 3)
          },
          .init("use", over: range) {
            0.2 * hill($0, -0.5) + 0.8 * hill($0, 3)
          },
        ])),
  ])
}
