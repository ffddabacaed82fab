internal import Datasets
internal import Networks
internal import Plots
internal import Tensors

let startFigures = [predictions, means]

private let predictions = LessonFigure(
  "predictions",
  "Eighteen small gray pictures of clothes in two rows of nine, each with its "
    + "true name and, below it, the classifier's answer. Fifteen answers are "
    + "right. The wrong ones exchange a sandal and a sneaker, and call a "
    + "patterned coat a shirt"
) {
  .sampled {
    let unseen = try sample(.test)
    let classifier = try trained(on: sample(.train))
    let answers = FashionMNIST.names(
      of: predict(classifier, on: MiniBatches(unseen, batchSize: 18)))
    return .images(
      ImageGrid(
        (0..<18).map { i in
          ImageGrid.Image(
            unseen.pixels(i), unseen.name(i), predicted: answers[i])
        }))
  }
}

private let means = LessonFigure(
  "means",
  "Ten blurred gray pictures, each with its name below: the mean of all "
    + "t-shirts, of all trousers, and so on. Trousers, bags, sneakers and "
    + "ankle boots are easy to recognize; pullover, coat and shirt look alike"
) {
  .sampled {
    let known = try sample(.train)
    return .images(
      ImageGrid(
        perRow: 5,
        FashionMNIST.classNames.enumerated().map { label, name in
          ImageGrid.Image(meanPixels(of: label, in: known), name)
        }))
  }
}

/// The classifier of the lesson's first cell.
private func trained(on known: FashionMNIST) -> Sequential {
  var classifier = Sequential {
    Flatten()
    Linear(784, 10)
  }
  var generator = SeededGenerator(seed: 1)
  var optimizer = SGD(classifier.parameters, learningRate: 0.1)
  train(
    &classifier, on: MiniBatches(known, batchSize: 64),
    shuffledBy: &generator, epochs: 10, optimizer: &optimizer)
  return classifier
}

/// The mean gray value of each pixel, over all pictures with a label.
private func meanPixels(of label: Int, in data: FashionMNIST) -> [UInt8] {
  let members = data.labels.indices.filter { data.labels[$0] == label }
  return (0..<784).map { pixel in
    let sum = members.reduce(0) { $0 + Int(data.images[$1 * 784 + pixel]) }
    return UInt8(sum / max(members.count, 1))
  }
}
