extension ImageGrid {
  /// The images for a terminal, in five shades; nil if one is too wide.
  ///
  /// A character is twice as high as wide, so it shows the mean of two pixels.
  func cells(width: Int) -> [CellLine]? {
    guard columns <= width else { return nil }
    let across = min(perRow, (width + 2) / (columns + 2))
    return stride(from: 0, to: images.count, by: across).flatMap { start in
      let row = images[start..<min(start + across, images.count)]
      let drawn = row.map(drawing)
      let height = drawn.map(\.count).max() ?? 0
      return (0..<height).map { index in
        var line = CellLine()
        for (offset, image) in drawn.enumerated() {
          if offset > 0 { line.append("  ", .ink) }
          let (text, color) =
            index < image.count ? image[index] : ("", Color.ink)
          line.append(text, color)
          let space = columns - text.count
          if offset < drawn.count - 1 {
            line.append(String(repeating: " ", count: max(0, space)), .ink)
          }
        }
        return line
      }
    }
  }

  private func drawing(_ image: Image) -> [(String, Color)] {
    let rows = image.pixels.count / columns
    let shades = Array(" ░▒▓█")
    let picture = stride(from: 0, to: rows, by: 2).map { row in
      let text = (0..<columns).map { column in
        let pixels = (row..<min(row + 2, rows)).map {
          Int(image.pixels[$0 * columns + column])
        }
        return shades[pixels.reduce(0, +) * 5 / (256 * pixels.count)]
      }
      return (String(text), Color.ink)
    }
    return picture
      + image.caption.map { (String($0.words.prefix(columns)), $0.color) }
  }
}
