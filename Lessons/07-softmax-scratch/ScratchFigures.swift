internal import Figures

let scratchFigures: [LessonFigure] = [
  LessonFigure(
    "training",
    "Five epochs of training on the full set. The loss falls from 0.78 to 0.49, "
      + "fast at first and then slowly. The accuracy on training pictures rises "
      + "from 0.75 to 0.84, that on test pictures from 0.79 to 0.83; after the "
      + "first epoch the training curve lies a little above"
  ) {
    .row([
      .chart(
        Chart(
          x: Axis("epoch", 0.8...5.2), y: Axis("", 0.4...0.85), width: 340,
          [.init("training loss", points { $0.loss }, as: .both)])),
      .chart(
        Chart(
          x: Axis("epoch", 0.8...5.2), y: Axis("", 0.7...0.9), width: 340,
          [
            .init(
              "training accuracy", points { $0.trainCorrect / 60_000 },
              as: .both, colour: .orange),
            .init(
              "test accuracy", points { $0.testCorrect / 10_000 }, as: .both,
              colour: .green),
          ])),
    ])
  }
]

private struct Epoch {
  var loss: Double
  var trainCorrect: Double
  var testCorrect: Double
}

/// The numbers of a run without chance.
///
/// Quoted from golden/training.json: PyTorch 2.15.0, float32, the full set in
/// file order, batches of 256, learning rate 0.1, weights that begin at zero.
/// A test of Networks meets the same numbers.
private let epochs: [Epoch] = [
  Epoch(loss: 0.7837477572758993, trainCorrect: 45049, testCorrect: 7855),
  Epoch(loss: 0.5701878299713135, trainCorrect: 48761, testCorrect: 8103),
  Epoch(loss: 0.52521106300354, trainCorrect: 49504, testCorrect: 8201),
  Epoch(loss: 0.5010875999450684, trainCorrect: 49898, testCorrect: 8249),
  Epoch(loss: 0.4852943688074748, trainCorrect: 50185, testCorrect: 8273),
]

private func points(_ value: (Epoch) -> Double) -> [Point] {
  epochs.enumerated().map { Point(Double($0 + 1), value($1)) }
}
