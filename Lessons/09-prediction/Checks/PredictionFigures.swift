internal import Datasets
internal import Plots

let predictionFigures: [LessonFigure] = [
  LessonFigure(
    "predictions",
    "Eighteen small gray pictures, each with its true name, below it the "
      + "predicted one and its probability: ankle boot, pullover, trouser, trouser, shirt, "
      + "trouser, coat, shirt, sandal, sneaker, coat, sandal, sneaker, dress, "
      + "coat, trouser, pullover, coat. Each prediction is ticked but one: the "
      + "thirteenth picture, a sneaker, is taken for a sandal, and crossed. "
      + "Trousers have a probability of 97% or more, the last coat only 34.5%"
  ) {
    grid(firstTestPictures, firstTests)
  },
  LessonFigure(
    "mistakes",
    "Eighteen small gray pictures, each with the name of its label and below "
      + "it, crossed, the wrong prediction and its probability, falling from "
      + "99.8 to 97.9%. Seven are labeled shirt and called t-shirt, and look "
      + "like t-shirts; two shirts are called coats. Two trousers and one "
      + "t-shirt are called dresses. A t-shirt is called a bag, a bag a "
      + "sneaker; the other four are shoes taken for other shoes"
  ) {
    grid(mistakenPictures, mistaken)
  },
  LessonFigure(
    "confusion",
    "A table with a row for each true class and a column for each predicted "
      + "class, shaded by count. The diagonal is dark, from 560 to 946 of "
      + "1,000; the shirt is its palest square. Off the diagonal, few squares "
      + "are shaded: pullovers called coats (158), shirts called t-shirts "
      + "(142), pullovers (118) and coats (113), t-shirts called shirts (101), "
      + "pullovers called shirts (99). Shoes are confused only with shoes, and "
      + "most other squares hold almost nothing"
  ) {
    let names = rows.map(\.name)
    return .heatMap(
      HeatMap(rows: names, columns: names, rows.map(\.counts)))
  },
  LessonFigure(
    "class-accuracies",
    "A bar for the accuracy of each class, in falling order: trouser 0.95, bag "
      + "0.94, boot 0.94, sneaker 0.92, sandal 0.89, dress 0.86, t-shirt 0.81, "
      + "coat 0.78, pullover 0.69 and, far below, shirt 0.56"
  ) {
    let accuracies = rows.enumerated().map { index, row in
      (row.name, Double(row.counts[index]) / Double(row.counts.reduce(0, +)))
    }
    return .bars(
      Bars(
        y: Axis("accuracy", 0...1), width: 700,
        accuracies.sorted { $0.1 > $1.1 }))
  },
  LessonFigure(
    "reliability",
    "A chart of the fraction right against the mean confidence, one point for "
      + "each tenth of confidence. The points lie close to the dashed diagonal "
      + "where both are equal, from 0.28 at a confidence of 0.27 to 0.98 at a "
      + "confidence of 0.97, most of them a little above it"
  ) {
    .chart(
      Chart(
        x: Axis("confidence", 0...1), y: Axis("fraction right", 0...1),
        [
          .init(
            "as right as sure", [Point(0, 0), Point(1, 1)], as: .dashes,
            color: .faint),
          .init(
            "the model",
            bins.map {
              Point($0.confidence, Double($0.right) / Double($0.count))
            }, as: .both, color: .blue),
        ]))
  },
]

/// The images with their true and predicted names, and how sure the model is.
private func grid(_ pictures: [String], _ tests: [Tested]) -> Figure {
  .images(
    ImageGrid(
      zip(pictures, tests).map { picture, test in
        let names = FashionMNIST.names(of: [test.label, test.predicted])
        return ImageGrid.Image(
          picture.compactMap { $0.hexDigitValue.map { UInt8($0 * 17) } },
          names[0], predicted: names[1], sureness: "\(test.percent) %")
      }))
}

// All numbers below come from one run of the sample solution of lesson 8 over
// 10 epochs of the full set, with the library's `train`: batches of 256,
// learning rate 0.1. A generator with seed 8 draws the weights and then
// shuffles the images. The run classifies 8,349 of the 10,000 test images
// correctly; another CPU may differ in a few.

/// The class of a test image, true and predicted, and the probability of the
/// predicted class in percent.
private typealias Tested = (label: Int, predicted: Int, percent: Double)

/// The first 18 test images.
private let firstTests: [Tested] = [
  (9, 9, 61.8), (2, 2, 91.5), (1, 1, 100), (1, 1, 99.9), (6, 6, 58.0),
  (1, 1, 98.0), (4, 4, 91.3), (6, 6, 74.2), (5, 5, 55.7), (7, 7, 97.2),
  (4, 4, 67.7), (5, 5, 68.2), (7, 5, 63.5), (3, 3, 99.2), (4, 4, 92.6),
  (1, 1, 97.6), (2, 2, 76.8), (4, 4, 34.5),
]

/// The 18 wrong predictions that the model is surest of: test images 2022,
/// 3531, 6024, 787, 722, 6565, 9133, 3262, 5052, 8763, 5327, 3232, 7778, 2856,
/// 5806, 4132, 4803 and 5082.
private let mistaken: [Tested] = [
  (7, 9, 99.8), (0, 3, 99.7), (6, 0, 99.4), (1, 3, 99.2), (5, 7, 99.1),
  (8, 7, 99.1), (6, 0, 99.0), (6, 4, 98.8), (6, 4, 98.8), (0, 8, 98.5),
  (1, 3, 98.5), (6, 0, 98.4), (6, 0, 98.2), (6, 0, 98.2), (6, 0, 98.1),
  (9, 5, 98.1), (6, 0, 97.9), (5, 9, 97.9),
]

/// How often the 1,000 test images of each class are taken for each class.
private let rows: [(name: String, counts: [Int])] = [
  ("t-shirt", [814, 4, 11, 46, 7, 1, 101, 0, 16, 0]),
  ("trouser", [4, 946, 9, 30, 6, 0, 3, 0, 2, 0]),
  ("pullover", [23, 6, 693, 7, 158, 1, 99, 0, 13, 0]),
  ("dress", [26, 11, 14, 856, 35, 1, 53, 0, 4, 0]),
  ("coat", [0, 2, 87, 33, 783, 1, 87, 0, 7, 0]),
  ("sandal", [1, 0, 0, 2, 0, 891, 0, 64, 5, 37]),
  ("shirt", [142, 3, 118, 32, 113, 1, 560, 0, 31, 0]),
  ("sneaker", [0, 0, 0, 0, 0, 36, 0, 924, 0, 40]),
  ("bag", [1, 1, 8, 8, 2, 4, 25, 7, 944, 0]),
  ("boot", [0, 0, 0, 0, 0, 11, 1, 49, 1, 938]),
]

/// The predictions by confidence, one bin for each tenth from 0.2 on: how many
/// there are, their mean confidence, and how many are right.
///
/// Three more have a confidence below 0.2.
private let bins: [(count: Int, confidence: Double, right: Int)] = [
  (58, 0.2686, 16), (291, 0.3610, 118), (622, 0.4553, 290),
  (879, 0.5504, 516), (875, 0.6501, 607), (1_020, 0.7521, 809),
  (1_411, 0.8521, 1_264), (4_841, 0.9719, 4_729),
]
