internal import Datasets
internal import Plots

let fashionFigures: [LessonFigure] = [bytes, firstPictures]

private let bytes = LessonFigure(
  "bytes",
  "Left, the first training picture, an ankle boot. Right, seven of its rows "
    + "and seven of its columns as a table of bytes, shaded by value: row 3 "
    + "has 1, 0, 0, 13, 73, 0, 0 in columns 12 to 18, and the rows below it "
    + "have values up to 236 where the boot is light"
) {
  .sampled {
    let train = try sample(.train)
    let (rows, columns) = (3..<10, 12..<19)
    let pixels = train.pixels(0)
    let bytes: [[Int]] = rows.map { row in
      columns.map { Int(pixels[28 * row + $0]) }
    }
    return .row([
      .images(ImageGrid([ImageGrid.Image(pixels, train.name(0))])),
      .heatMap(
        HeatMap(
          rows: rows.map { "row \($0)" }, columns: columns.map { "\($0)" },
          bytes)),
    ])
  }
}

private let firstPictures = LessonFigure(
  "first-pictures",
  "Eighteen small gray pictures of clothes in two rows of nine, each with its "
    + "name below: ankle boot, t-shirt, t-shirt, dress, t-shirt, pullover, "
    + "sneaker, pullover, sandal; sandal, t-shirt, ankle boot, sandal, sandal, "
    + "sneaker, ankle boot, trouser, t-shirt"
) {
  .sampled {
    let train = try sample(.train)
    return .images(
      ImageGrid(
        (0..<18).map { ImageGrid.Image(train.pixels($0), train.name($0)) }))
  }
}
