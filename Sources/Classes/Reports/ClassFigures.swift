internal import Site

/// One bar of a figure.
struct Bar: Equatable {
  var label: String
  var value: Int
}

/// Horizontal bars with their labels and numbers, as a drawing within a page.
func bars(_ bars: [Bar]) -> HTML {
  let (row, left, width) = (22, 220, 360)
  let largest = max(bars.map(\.value).max() ?? 0, 1)
  let drawn = bars.enumerated().flatMap { index, bar in
    let top = index * row
    let length = bar.value * width / largest
    return [
      HTML(
        "text",
        [
          "x": "\(left - 8)", "y": "\(top + 15)", "text-anchor": "end",
        ], shownInALine(bar.label, limit: 60)),
      HTML(
        "rect",
        [
          "x": "\(left)", "y": "\(top + 3)", "width": "\(length)",
          "height": "\(row - 6)",
        ], []),
      HTML(
        "text", ["x": "\(left + length + 6)", "y": "\(top + 15)"],
        "\(bar.value)"),
    ]
  }
  let said = bars.map { "\($0.label): \($0.value)" }.joined(separator: "; ")
  let size = (left + width + 60, bars.count * row)
  return HTML(
    "svg",
    [
      "viewBox": "0 0 \(size.0) \(size.1)", "width": "\(size.0)",
      "height": "\(size.1)", "role": "img",
      "aria-label": shownInALine(said, limit: 2_000),
    ], drawn)
}

/// How many submissions have which part of the points: none, up to each tenth,
/// and all.
func histogram(of scores: [Double]) -> [Bar] {
  var counts = [Int](repeating: 0, count: 12)
  for score in scores {
    let place: Int
    switch score {
    case ...0: place = 0
    case 1...: place = 11
    default: place = Int(score * 10) + 1
    }
    counts[place] += 1
  }
  return counts.enumerated().map { place, count in
    let label =
      switch place {
      case 0: "no points"
      case 11: "all points"
      default: "\(place * 10 - 10) to \(place * 10) %"
      }
    return Bar(label: label, value: count)
  }
}
