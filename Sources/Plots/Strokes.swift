/// How a line is broken, so that lines are told apart without color.
enum Stroke: Sendable {
  case solid
  case dashed
  case longDashed
  case dotted
  case dashDotted

  /// The lengths of dashes and gaps, in pixels; none for a solid line.
  var dashes: [Int] {
    switch self {
    case .solid: []
    case .dashed: [5, 4]
    case .longDashed: [11, 4]
    case .dotted: [2, 3]
    case .dashDotted: [9, 3, 2, 3]
    }
  }

  /// Whether a line has its `index`-th dot, among the dots of a terminal.
  func has(dot index: Int) -> Bool {
    switch self {
    case .solid: true
    case .dashed: index % 8 < 4
    case .longDashed: index % 12 < 8
    case .dotted: index % 4 < 2
    case .dashDotted: index % 12 < 6 || index % 12 == 8
    }
  }

  /// What stands for the line in a legend.
  var sample: Character {
    switch self {
    case .solid: "━"
    case .dashed, .longDashed: "╍"
    case .dotted: "┉"
    case .dashDotted: "┅"
    }
  }
}

/// The shape of a point, so that classes and series are told apart without
/// color.
enum Marker: Int, Sendable, CaseIterable {
  case circle
  case square
  case triangle
  case diamond
  case cross

  /// The marker of the series or class with this number.
  init(of index: Int) {
    self = Self.allCases[index % Self.allCases.count]
  }

  var character: Character {
    switch self {
    case .circle: "●"
    case .square: "■"
    case .triangle: "▲"
    case .diamond: "◆"
    case .cross: "✕"
    }
  }

  /// The corners about the origin, for a circle of radius 1; none for a circle.
  var corners: [Point] {
    switch self {
    case .circle: []
    case .square: [(-1, -1), (1, -1), (1, 1), (-1, 1)].map(Point.init)
    case .triangle: [(0, -1.3), (1.25, 0.9), (-1.25, 0.9)].map(Point.init)
    case .diamond: [(0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)].map(Point.init)
    case .cross:
      [
        (-1.2, -0.7), (-0.7, -1.2), (0, -0.5), (0.7, -1.2), (1.2, -0.7),
        (0.5, 0), (1.2, 0.7), (0.7, 1.2), (0, 0.5), (-0.7, 1.2), (-1.2, 0.7),
        (-0.5, 0),
      ].map(Point.init)
    }
  }
}

/// How a series of a chart, or a class, is drawn.
struct Look: Sendable {
  var color: Color
  var stroke = Stroke.solid
  var marker = Marker.circle
}

extension Color {
  /// The color of the series or class with this number.
  init(of index: Int) {
    let colors: [Color] = [.blue, .orange, .green, .purple, .red]
    self = colors[index % colors.count]
  }
}
