internal import Datasets
internal import Plots
internal import System

let scratchFigures: [LessonFigure] = [
  LessonFigure(
    "path",
    "From a picture to probabilities, in four parts. A small gray picture of a "
      + "shirt; 16 of its 784 numbers, between 0.05 and 0.78; a column of ten "
      + "scores, from −5.65 for sneaker to 4.55 for shirt; and ten bars that "
      + "sum to 1: 0.64 for shirt, 0.20 for t-shirt, 0.11 for pullover, 0.03 "
      + "for coat, the others almost 0"
  ) {
    // From the weights after the last of `tenEpochs`.
    let scores = [
      3.4091, -0.8932, 2.8293, 0.7117, 1.4338, -2.6341, 4.5547, -5.6502,
      -0.6996, -3.1776,
    ]
    let names = FashionMNIST.classNames
    let powers = scores.map { exp($0) }
    let sum = powers.reduce(0, +)
    let (rows, columns) = (13..<17, 6..<10)
    let pixels: [[Double]] = rows.map { row in
      columns.map { shirtNumbers[row - 13][$0 - 6] / 255 }
    }
    let shirt = Figure.sampled {
      .images(ImageGrid([.init(try sample(.test).pixels(4), "a shirt")]))
    }
    return .row([
      shirt,
      .heatMap(
        HeatMap(
          "16 of its 784 numbers", rows: rows.map { "row \($0)" },
          columns: columns.map { "\($0)" }, pixels)),
      .heatMap(
        HeatMap(
          "10 scores",
          rows: names.enumerated().map { "\($1) (\($0))" }, columns: [""],
          scores.map { [$0] })),
      .bars(
        Bars(
          "10 probabilities", y: Axis("", 0...1), height: 358,
          names.indices.map { ("\($0)", powers[$0] / sum) })),
    ])
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
  LessonFigure(
    "weights",
    "The weights of the ten classes as gray pictures, bright where a bright "
      + "pixel speaks for the class and dark where it speaks against it. A "
      + "t-shirt with short bright sleeves; a black gap between two trouser "
      + "legs; a pullover and a coat with sleeves down to the bottom; a dress, "
      + "narrow, with dark spots between sleeves and body; a sandal with a "
      + "bright heel; a shirt, mostly outlines; a flat sneaker; a bag with a "
      + "dark place under its handle; an ankle boot with a dark corner in "
      + "front of the shaft"
  ) {
    .images(
      ImageGrid(
        perRow: 5,
        zip(finishedWeights, FashionMNIST.classNames).map {
          .init(pixels(of: $0), $1)
        }))
  },
  LessonFigure(
    "forming",
    "Two rows of gray pictures, the weights of trouser and below them those of "
      + "ankle boot, at four times. "
      + "At the start they are noise. After ten batches two legs and the shape "
      + "of a boot show through the noise. After one epoch they are clear, and "
      + "after ten epochs they have finer edges: a sharp black gap between the "
      + "legs, a dark corner in front of the boot's shaft, a bright heel"
  ) {
    let times = ["start", "10 batches", "1 epoch", "10 epochs"]
    let stages =
      [
        trouserWeights + [finishedWeights[1]],
        bootWeights + [finishedWeights[9]],
      ]
    return .images(
      ImageGrid(
        perRow: 4,
        stages.flatMap { stages in
          zip(stages, times).map { .init(pixels(of: $0), $1) }
        }))
  },
]

/// The gray values of a picture in hexadecimal digits.
private func pixels(of digits: String) -> [UInt8] {
  digits.compactMap { $0.hexDigitValue.map { UInt8($0 * 17) } }
}

/// The pixels of the shirt in rows 13 to 16 and columns 6 to 9, as in the file.
private let shirtNumbers: [[Double]] = [
  [97, 198, 47, 108], [98, 193, 21, 109], [101, 187, 25, 113],
  [117, 158, 12, 124],
]

private func curves(of epochs: [Epoch]) -> Figure {
  let range = 0.8...Double(epochs.count) + 0.2
  func points(_ value: (Epoch) -> Double) -> [Point] {
    epochs.enumerated().map { Point(Double($0 + 1), value($1)) }
  }
  return .row([
    .chart(
      Chart(
        x: Axis("epoch", range), y: Axis("", 0.4...0.85), width: 360,
        [.init("training loss", points { $0.loss }, as: .both)])),
    .chart(
      Chart(
        x: Axis("epoch", range), y: Axis("", 0.7...0.9), width: 360,
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
