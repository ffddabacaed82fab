/// A network of nodes and the lines between them.
package struct Net: Sendable {
  package struct Node: Sendable, Equatable {
    package var label: String
    /// The position, in columns from the left and rows from the top.
    package var place: Point
    package var color: Color

    package init(_ label: String, at place: Point, _ color: Color = .blue) {
      self.label = label
      self.place = place
      self.color = color
    }
  }

  package var nodes: [Node]
  /// Pairs of indices of nodes.
  package var edges: [(from: Int, to: Int)]
  /// The captions below the columns.
  package var captions: [String]
  /// The names beside lines, such as of weights, by the index of the edge.
  package var edgeNames: [Int: String] = [:]

  package init(
    nodes: [Node], edges: [(from: Int, to: Int)], captions: [String] = []
  ) {
    self.nodes = nodes
    self.edges = edges
    self.captions = captions
  }

  /// Layers from left to right; each node is joined to all nodes of the next
  /// layer.
  package init(layers: [[String]], captions: [String] = []) {
    let most = Double(layers.map(\.count).max() ?? 0)
    let colors: [Color] = [.blue, .purple, .orange]
    var nodes: [Node] = []
    var edges: [(from: Int, to: Int)] = []
    var before: Range<Int> = 0..<0
    for (column, layer) in layers.enumerated() {
      let first = nodes.count
      let offset = (most - Double(layer.count)) / 2
      let isLast = column == layers.count - 1
      let color = isLast ? colors[2] : colors[min(column, 1)]
      for (row, label) in layer.enumerated() {
        nodes.append(
          Node(label, at: Point(Double(column), offset + Double(row)), color))
      }
      let now = first..<nodes.count
      for to in now { edges += before.map { (from: $0, to: to) } }
      before = now
    }
    self.init(nodes: nodes, edges: edges, captions: captions)
  }

  var picture: Picture {
    let (column, row, radius) = (170.0, 58.0, 20.0)
    let columns = nodes.map(\.place.x).max() ?? 0
    let rows = nodes.map(\.place.y).max() ?? 0
    let bottom = 60 + rows * row + (captions.isEmpty ? 0 : 24)
    var picture = Picture(width: 160 + columns * column, height: bottom)
    func center(_ node: Node) -> Point {
      Point(80 + node.place.x * column, 30 + node.place.y * row)
    }
    for edge in edges {
      let (a, b) = (center(nodes[edge.from]), center(nodes[edge.to]))
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let part = radius / max((dx * dx + dy * dy).squareRoot(), radius)
      picture.shapes.append(
        .line(
          [
            Point(a.x + dx * part, a.y + dy * part),
            Point(b.x - dx * part, b.y - dy * part),
          ], .faint, width: 1.2))
    }
    for (index, name) in edgeNames.sorted(by: { $0.key < $1.key }) {
      let edge = edges[index]
      let (a, b) = (center(nodes[edge.from]), center(nodes[edge.to]))
      let middle = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
      let lift = a.y == b.y ? 8.0 : 4 + (a.y - b.y).magnitude / 10
      picture.shapes.append(
        .text(
          name, Point(middle.x, middle.y - lift), .middle, size: 13, .ink))
    }
    for node in nodes {
      let place = center(node)
      picture.shapes.append(
        .circle(place, radius: radius, node.color, filled: false))
      picture.shapes.append(
        .text(
          node.label, Point(place.x, place.y + 5), .middle, size: 14, .ink))
    }
    for (index, caption) in captions.enumerated() {
      picture.shapes.append(
        .text(
          caption, Point(80 + Double(index) * column, bottom - 10), .middle,
          size: 12, .ink))
    }
    return picture
  }
}
