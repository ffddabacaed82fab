internal import Plots

let scratchFigures: [LessonFigure] = [
  LessonFigure(
    "training",
    "Five epochs of training on the full set. The loss falls from 0.78 to 0.49, "
      + "fast at first and then slowly. The accuracy on training pictures rises "
      + "from 0.75 to 0.84, that on test pictures from 0.79 to 0.83; after the "
      + "first epoch the training curve lies a little above"
  ) {
    curves(of: epochs)
  },
  LessonFigure(
    "ten-epochs",
    "Ten epochs of training on the full set, from random weights and in a new "
      + "order each epoch. The loss falls smoothly from 0.79 to 0.45, and the "
      + "accuracy on training pictures rises smoothly from 0.75 to 0.85. That "
      + "on test pictures rises from 0.79 to 0.83 and falls back a little in "
      + "epochs 5, 7 and 10; after the first epoch it lies below"
  ) {
    curves(of: tenEpochs)
  },
]

private func curves(of epochs: [Epoch]) -> Figure {
  let range = 0.8...Double(epochs.count) + 0.2
  func points(_ value: (Epoch) -> Double) -> [Point] {
    epochs.enumerated().map { Point(Double($0 + 1), value($1)) }
  }
  return .row([
    .chart(
      Chart(
        x: Axis("epoch", range), y: Axis("", 0.4...0.85), width: 340,
        [.init("training loss", points { $0.loss }, as: .both)])),
    .chart(
      Chart(
        x: Axis("epoch", range), y: Axis("", 0.7...0.9), width: 340,
        [
          .init(
            "training accuracy", points { $0.trainCorrect / 60_000 },
            as: .both, color: .orange),
          .init(
            "test accuracy", points { $0.testCorrect / 10_000 }, as: .both,
            color: .green),
        ])),
  ])
}

private struct Epoch {
  var loss: Double
  var trainCorrect: Double
  var testCorrect: Double
}

/// The results of a run without randomness.
///
/// Quoted from golden/training.json: PyTorch 2.15.0, float32, the full set in
/// file order, batches of 256, learning rate 0.1, weights initialized to 0. A
/// test of Networks reproduces the same numbers.
private let epochs: [Epoch] = [
  Epoch(loss: 0.7837477572758993, trainCorrect: 45049, testCorrect: 7855),
  Epoch(loss: 0.5701878299713135, trainCorrect: 48761, testCorrect: 8103),
  Epoch(loss: 0.52521106300354, trainCorrect: 49504, testCorrect: 8201),
  Epoch(loss: 0.5010875999450684, trainCorrect: 49898, testCorrect: 8249),
  Epoch(loss: 0.4852943688074748, trainCorrect: 50185, testCorrect: 8273),
]

/// The results of a run of the sample solutions of this lesson and of lessons
/// 2, 3 and 4: the full set, batches of 256, learning rate 0.1.
///
/// The weights are drawn with seed 7, and another generator with seed 7
/// shuffles the images before each epoch. Another CPU may differ in a few
/// images.
private let tenEpochs: [Epoch] = [
  Epoch(loss: 0.78920734, trainCorrect: 44776, testCorrect: 7934),
  Epoch(loss: 0.5706922, trainCorrect: 48733, testCorrect: 8048),
  Epoch(loss: 0.5258657, trainCorrect: 49506, testCorrect: 8220),
  Epoch(loss: 0.50032455, trainCorrect: 49986, testCorrect: 8235),
  Epoch(loss: 0.4858757, trainCorrect: 50229, testCorrect: 8219),
  Epoch(loss: 0.47399527, trainCorrect: 50384, testCorrect: 8276),
  Epoch(loss: 0.4660134, trainCorrect: 50577, testCorrect: 8246),
  Epoch(loss: 0.4584264, trainCorrect: 50690, testCorrect: 8282),
  Epoch(loss: 0.45288798, trainCorrect: 50781, testCorrect: 8335),
  Epoch(loss: 0.44687307, trainCorrect: 50828, testCorrect: 8309),
]
