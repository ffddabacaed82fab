internal import Figures

let conciseFigures: [LessonFigure] = [
  LessonFigure(
    "rates",
    "The loss over twenty epochs for three learning rates, from about 1.1 on. "
      + "At 0.001 the curve is nearly flat; at 0.1 it falls steadily to 0.69; "
      + "at 1 it falls steeply in five epochs and then slowly to 0.48"
  ) {
    .chart(
      Chart(
        x: Axis("epoch", 0...21), y: Axis("loss", 0.4...1.2),
        losses.map { rate, losses in
          .init(
            "learning rate \(rate)",
            losses.enumerated().map { Point(Double($0 + 1), $1) })
        }))
  }
]

/// The losses that the lesson's cell `rates` trains through, rounded.
private let losses: [(rate: String, losses: [Double])] = [
  (
    "0.001",
    [
      1.098, 1.098, 1.097, 1.096, 1.096, 1.095, 1.094, 1.094, 1.093, 1.093,
      1.092, 1.091, 1.091, 1.090, 1.089, 1.089, 1.088, 1.087, 1.087, 1.086,
    ]
  ),
  (
    "0.1",
    [
      1.084, 1.032, 0.993, 0.960, 0.932, 0.906, 0.883, 0.862, 0.842, 0.824,
      0.807, 0.791, 0.776, 0.762, 0.748, 0.736, 0.724, 0.713, 0.702, 0.693,
    ]
  ),
  (
    "1",
    [
      1.056, 0.836, 0.702, 0.632, 0.592, 0.566, 0.549, 0.536, 0.527, 0.520,
      0.514, 0.509, 0.504, 0.501, 0.497, 0.494, 0.491, 0.489, 0.487, 0.484,
    ]
  ),
]
