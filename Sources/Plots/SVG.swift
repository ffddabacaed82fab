/// The picture as the text of an SVG file; equal pictures give equal bytes.
func svg(of picture: Picture, alternative: String) -> String {
  let (width, height) = (shown(picture.width), shown(picture.height))
  let title = escaped(alternative)
  let fonts =
    "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',"
    + "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"
  var lines = [
    #"<svg xmlns="http://www.w3.org/2000/svg" role="img""#
      + #" aria-labelledby="title" width="\#(width)" height="\#(height)""#
      + #" viewBox="0 0 \#(width) \#(height)" font-family="\#(fonts)">"#,
    #"<title id="title">\#(title)</title>"#,
    "<desc>\(title)</desc>",
  ]
  lines += picture.shapes.map(\.svg)
  lines.append("</svg>")
  return lines.joined(separator: "\n") + "\n"
}

extension Picture.Shape {
  fileprivate var svg: String {
    switch self {
    case .line(let points, let color, let width, let stroke):
      let places = points.map { "\(shown($0.x)),\(shown($0.y))" }
      let lengths = stroke.dashes.map(String.init).joined(separator: " ")
      let dash =
        lengths.isEmpty ? "" : #" stroke-dasharray="\#(lengths)""#
      return #"<polyline points="\#(places.joined(separator: " "))""#
        + #" fill="none" stroke="\#(color.rawValue)""#
        + #" stroke-width="\#(shown(width))"\#(dash)/>"#
    case .circle(let center, let radius, let color, let filled):
      let paint =
        filled
        ? #"fill="\#(color.rawValue)""#
        : #"fill="none" stroke="\#(color.rawValue)" stroke-width="1.5""#
      return #"<circle cx="\#(shown(center.x))" cy="\#(shown(center.y))""#
        + #" r="\#(shown(radius))" \#(paint)/>"#
    case .segments(let segments, let color, let width):
      let path = segments.map { commands([$0, $1]) }
      return #"<path fill="none" stroke="\#(color.rawValue)""#
        + #" stroke-width="\#(shown(width))" stroke-linecap="round""#
        + #" d="\#(path.joined())"/>"#
    case .marker(let center, .circle, let radius, let color):
      return Self.circle(center, radius: radius, color, filled: true).svg
    case .marker(let center, let marker, let radius, let color):
      let corners = marker.corners.map {
        Point(center.x + radius * $0.x, center.y + radius * $0.y)
      }
      return #"<path fill="\#(color.rawValue)" d="\#(commands(corners))z"/>"#
    case .area(let polygons, let color, let opacity):
      let path = polygons.map { commands($0) + "z" }
      return #"<path fill="\#(color.rawValue)" fill-opacity="\#(opacity)""#
        + #" d="\#(path.joined())"/>"#
    case .cell(let corner, let width, let height, let color, let share):
      return #"<rect x="\#(shown(corner.x))" y="\#(shown(corner.y))""#
        + #" width="\#(shown(width))" height="\#(shown(height))""#
        + #" rx="3" fill="\#(color.mixedWithWhite(share))"/>"#
    case .rectangle(
      let corner, let width, let height, let color, let opacity,
      let outlined):
      let stroke =
        outlined ? #" stroke="\#(color.rawValue)" rx="8""# : ""
      return #"<rect x="\#(shown(corner.x))" y="\#(shown(corner.y))""#
        + #" width="\#(shown(width))" height="\#(shown(height))""#
        + #" fill="\#(color.rawValue)""#
        + #" fill-opacity="\#(opacity)"\#(stroke)/>"#
    case .text(
      let words, let place, let anchor, let size, let color, let upwards):
      let (x, y) = (shown(place.x), shown(place.y))
      let turn = upwards ? #" transform="rotate(-90 \#(x) \#(y))""# : ""
      return #"<text x="\#(x)" y="\#(y)" text-anchor="\#(anchor.rawValue)""#
        + #" font-size="\#(shown(size))" fill="\#(color.rawValue)""#
        + "\(turn)>\(escaped(words))</text>"
    case .pixels(let runs, let height, let gray):
      let path = runs.map { start, length in
        "M\(shown(start.x)) \(shown(start.y))h\(shown(length))"
          + "v\(shown(height))h\(shown(-length))z"
      }
      return #"<path fill="rgb(\#(gray),\#(gray),\#(gray))""#
        + #" shape-rendering="crispEdges" d="\#(path.joined())"/>"#
    }
  }
}

/// The commands of a path through points.
private func commands(_ points: [Point]) -> String {
  points.enumerated().map { index, point in
    (index == 0 ? "M" : "L") + "\(shown(point.x)) \(shown(point.y))"
  }.joined()
}

extension Color {
  /// A mixture of white and a share of the color.
  fileprivate func mixedWithWhite(_ share: Double) -> String {
    let code = Int(rawValue.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift in
      let paleness = Double(255 - (code >> shift & 255))
      return 255 - Int((paleness * share).rounded())
    }
    return "rgb(\(parts[0]),\(parts[1]),\(parts[2]))"
  }
}

/// A number with at most two decimals.
private func shown(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded())
  guard hundredths % 100 != 0 else { return "\(hundredths / 100)" }
  let size = hundredths.magnitude
  let decimals = size % 100
  let tail =
    decimals % 10 == 0
    ? "\(decimals / 10)" : (decimals < 10 ? "0" : "") + "\(decimals)"
  return (hundredths < 0 ? "-" : "") + "\(size / 100).\(tail)"
}

/// The text with its special characters as XML writes them, and without those
/// that XML cannot hold.
///
/// It looks at scalars, since an accent may follow a `<` and make one character
/// with it.
private func escaped(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\u{0}"..<"\t", "\u{B}"..<" ", "\u{FFFE}", "\u{FFFF}": break
    default: result.unicodeScalars.append(scalar)
    }
  }
}
