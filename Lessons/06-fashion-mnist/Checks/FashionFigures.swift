internal import Datasets
internal import Plots

let fashionFigures: [LessonFigure] = [
  LessonFigure(
    "first-pictures",
    "Eighteen small gray pictures of clothes in two rows of nine, each with "
      + "its name below: ankle boot, t-shirt, t-shirt, dress, t-shirt, "
      + "pullover, sneaker, pullover, sandal; sandal, t-shirt, ankle boot, "
      + "sandal, sandal, sneaker, ankle boot, trouser, t-shirt"
  ) {
    let labels = [9, 0, 0, 3, 0, 2, 7, 2, 5, 5, 0, 9, 5, 5, 7, 9, 1, 0]
    let names = FashionMNIST.names(of: labels)
    return .images(
      ImageGrid(
        zip(firstPictures, names).map { digits, name in
          ImageGrid.Image(
            digits.compactMap { $0.hexDigitValue.map { UInt8($0 * 17) } },
            name)
        }))
  }
]
