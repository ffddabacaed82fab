internal import Maths
internal import System

/// The weights of each class as a picture: where a bright pixel speaks for the
/// class, and where against it.
///
/// `weights` has for each class a value for each pixel, row by row. Positive
/// values are blue `+` and `#`, negative ones red `-` and `=`; values that are
/// small compared with the largest are left blank.
package func weightsPage(
  _ weights: [[Float]], names: [String], columns: Int, on screen: Screen
) -> [Line] {
  let most = weights.joined().map(\.magnitude).max() ?? 0
  guard most > 0, columns > 0, !screen.plain else {
    return weightsInWords(weights, names: names, on: screen)
  }
  // Five side by side if there is room for half the pixels of each.
  let perRow = max(1, min(5, (screen.width + 2) / (columns / 2 + 2)))
  let width = min(columns, (screen.width + 2) / perRow - 2)
  var page: [Line] = []
  for start in stride(from: 0, to: weights.count, by: perRow) {
    if start > 0 { page.append("") }
    let pictures = (start..<min(start + perRow, weights.count)).map {
      [Line([Span(String(names[$0].prefix(width)), .strong)])]
        + picture(weights[$0], columns: columns, width: width, most: most)
    }
    for row in pictures[0].indices {
      var line = Line()
      for (index, picture) in pictures.enumerated() {
        if index > 0 {
          let end = index * (width + 2)
          let gap = end - Pages.width(line.spans)
          line.append(Span(String(repeating: " ", count: gap)))
        }
        for span in picture[row].spans { line.append(span) }
      }
      page.append(line)
    }
  }
  return page + [
    "",
    Line([
      Span("+ #", .number), " for the class, ", Span("- =", .bad),
      " against it; the largest weight is ", Span(significant(Double(most))),
    ]),
  ]
}

/// The means of the weights under each character, which is twice as high as
/// wide.
private func picture(
  _ weights: [Float], columns: Int, width: Int, most: Float
) -> [Line] {
  let rows = weights.count / columns
  let height = max(1, rows * width / columns / 2)
  return (0..<height).map { y in
    var line = Line()
    for x in 0..<width {
      let (top, bottom) = (y * rows / height, (y + 1) * rows / height)
      let left = x * columns / width
      let right = max(left + 1, (x + 1) * columns / width)
      var sum: Float = 0
      for row in top..<bottom {
        for column in left..<right { sum += weights[row * columns + column] }
      }
      line.append(mark(sum / Float((bottom - top) * (right - left)) / most))
    }
    return line
  }
}

/// The character for a weight, given as a share of the largest.
private func mark(_ share: Float) -> Span {
  switch share {
  case 0.35...: Span("#", [.number, .strong])
  case 0.1...: Span("+", .number)
  case ...(-0.35): Span("=", [.bad, .strong])
  case ...(-0.1): Span("-", .bad)
  default: " "
  }
}

private func weightsInWords(
  _ weights: [[Float]], names: [String], on screen: Screen
) -> [Line] {
  zip(names, weights).flatMap { name, weights in
    paragraph(
      "\(name): weights from \(significant(Double(weights.min() ?? 0))) to "
        + "\(significant(Double(weights.max() ?? 0)))", on: screen)
  }
}

/// A picture as the model sees it, and the probability of each class.
package func picturePage(
  _ image: GrayImage, shares: [(name: String, share: Double)],
  on screen: Screen
) -> [Line] {
  let width = shares.map { displayWidth($0.name) }.max() ?? 0
  let bars = shares.sorted { $0.share > $1.share }.prefix(5).map { entry in
    let space = String(
      repeating: " ", count: width - displayWidth(entry.name) + 1)
    let length = Int((entry.share * 20).rounded())
    return Line([
      Span(entry.name, .strong),
      Span(space + String(repeating: screen.plain ? "" : "█", count: length)),
      Span((length > 0 && !screen.plain ? " " : "") + percent(entry.share)),
    ])
  }
  return imageGridPage(
    [LabelledImage(image, "what the model sees")], on: screen)
    + [""] + bars
}
