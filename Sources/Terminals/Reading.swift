/// A text longer than the screen, and how far it is scrolled.
package struct Reading {
  package var rows: [String]
  package private(set) var top = 0

  package init(_ rows: [String]) { self.rows = rows }

  /// The rows to show in this many; scrolled back where the text got shorter.
  package mutating func visible(_ height: Int) -> [String] {
    top = max(0, min(top, rows.count - height))
    let shown = Array(rows.dropFirst(top).prefix(height))
    return shown + Array(repeating: "", count: max(0, height - shown.count))
  }

  /// How far it is, in words; nil where all is on the screen.
  package func position(_ height: Int) -> String? {
    guard rows.count > height else { return nil }
    let bottom = min(top + height, rows.count)
    return bottom == rows.count ? "end" : "\(bottom * 100 / rows.count) %"
  }

  /// Begins with this row, if there is one, or as near to it as the text's
  /// end allows.
  package mutating func begin(at row: Int?) {
    if let row { top = row }
  }

  /// Moves as the key says; false where the key is not one that moves.
  package mutating func move(_ key: Key, height: Int) -> Bool {
    switch key {
    case .up, .character("k"): top -= 1
    case .down, .character("j"), .enter: top += 1
    case .pageUp, .character("b"): top -= max(1, height - 2)
    case .pageDown, .character(" "): top += max(1, height - 2)
    case .home, .character("g"): top = 0
    case .end, .character("G"): top = rows.count
    default: return false
    }
    top = max(0, min(top, rows.count - height))
    return true
  }
}
