internal import Datasets
internal import Plots

let predictionFigures: [LessonFigure] = [
  LessonFigure(
    "predictions",
    "Eighteen small gray pictures, each with its true name and below it the "
      + "predicted one: ankle boot, pullover, trouser, trouser, shirt, "
      + "trouser, coat, shirt, sandal, sneaker, coat, sandal, sneaker, dress, "
      + "coat, trouser, pullover, coat. Each prediction is ticked but one: the "
      + "thirteenth picture, a sneaker, is taken for a sandal, and crossed"
  ) {
    grid(firstTestPictures, firstTests)
  },
  LessonFigure(
    "mistakes",
    "Eighteen small gray pictures, each with its true name and below it the "
      + "wrong prediction, crossed: sneaker taken for sandal, pullover for "
      + "t-shirt, sandal for sneaker, ankle boot for sneaker, coat for "
      + "pullover, dress for shirt, shirt for t-shirt, dress for shirt, "
      + "pullover for shirt, coat for shirt, coat for pullover, bag for shirt, "
      + "pullover for t-shirt, dress for coat, ankle boot for sneaker, "
      + "pullover for shirt, coat for shirt, pullover for shirt"
  ) {
    grid(mistakenPictures, mistaken.map { ($0.label, $0.predicted) })
  },
  LessonFigure(
    "class-accuracies",
    "A bar for the accuracy of each of the ten classes. Trouser, bag, boot and "
      + "sneaker stand above nine tenths, the shirt far below all others at a "
      + "little over a half; pullover and coat lie between"
  ) {
    .bars(
      Bars(
        y: Axis("accuracy", 0...1), width: 620,
        rightOfThousand.map { ($0.name, Double($0.right) / 1_000) }))
  },
]

/// The images with their true and predicted names.
private func grid(
  _ pictures: [String], _ classes: [(label: Int, predicted: Int)]
) -> Figure {
  let labels = FashionMNIST.names(of: classes.map(\.label))
  let predicted = FashionMNIST.names(of: classes.map(\.predicted))
  return .images(
    ImageGrid(
      pictures.indices.map { i in
        ImageGrid.Image(
          pictures[i].compactMap { $0.hexDigitValue.map { UInt8($0 * 17) } },
          labels[i], predicted: predicted[i])
      }))
}

// All numbers below come from one run of the sample solution of lesson 8 over
// 10 epochs of the full set, with the library's `train`: batches of 256,
// learning rate 0.1. A generator with seed 8 draws the weights and then
// shuffles the images. The run classifies 8,349 of the 10,000 test images
// correctly; another CPU may differ in a few.

/// The classes of the first 18 test images, true and predicted.
private let firstTests: [(label: Int, predicted: Int)] = [
  (9, 9), (2, 2), (1, 1), (1, 1), (6, 6), (1, 1), (4, 4), (6, 6), (5, 5),
  (7, 7), (4, 4), (5, 5), (7, 5), (3, 3), (4, 4), (1, 1), (2, 2), (4, 4),
]

/// The first 18 test images that are classified wrongly: the index of each in
/// the test set, and its true and predicted classes.
private let mistaken: [(picture: Int, label: Int, predicted: Int)] = [
  (12, 7, 5), (20, 2, 0), (21, 5, 7), (23, 9, 7), (25, 4, 2), (29, 3, 6),
  (40, 6, 0), (42, 3, 6), (49, 2, 6), (50, 4, 6), (51, 4, 2), (53, 8, 6),
  (66, 2, 0), (67, 3, 4), (68, 9, 7), (72, 2, 6), (98, 4, 6), (103, 2, 6),
]

/// How many of the 1,000 test images of each class are classified correctly.
private let rightOfThousand: [(name: String, right: Int)] = [
  ("t-shirt", 814), ("trouser", 946), ("pullover", 693), ("dress", 856),
  ("coat", 783), ("sandal", 891), ("shirt", 560), ("sneaker", 924),
  ("bag", 944), ("boot", 938),
]
