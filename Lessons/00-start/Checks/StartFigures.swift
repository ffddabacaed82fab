internal import Datasets
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
    // What the lesson's cell `pictures` computes, where it is not the label: to
    // train here would keep a reader waiting for the page.
    let wrong = [8: "sneaker", 12: "sandal", 17: "shirt"]
    return .images(
      ImageGrid(
        (0..<18).map { i in
          ImageGrid.Image(
            unseen.pixels(i), unseen.name(i),
            predicted: wrong[i] ?? unseen.name(i))
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
        zip(meanPictures(of: known), FashionMNIST.classNames).map {
          ImageGrid.Image($0, $1)
        }))
  }
}

/// The mean picture of each class.
private func meanPictures(of data: FashionMNIST) -> [[UInt8]] {
  let (x, y) = MiniBatches(data, batchSize: data.count)[0]
  let members = Tensor(
    y.flatMap { label in (0..<10).map { $0 == label ? Float(1) : 0 } },
    shape: [y.count, 10]
  ).transposed()
  let sums = members.matmul(x.reshaped([y.count, 784]))
  let counts = members.sum(axis: 1).values
  return (0..<10).map { label in
    sums.row(label).values.map { UInt8($0 * 255 / max(counts[label], 1)) }
  }
}
