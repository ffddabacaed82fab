/// A text that may be longer than the screen, and its scroll position.
package struct Reading {
  package var rows: [String]
  package private(set) var top = 0

  package init(_ rows: [String]) { self.rows = rows }

  /// The rows to show in this height; scrolls back if the text got shorter.
  package mutating func visible(_ height: Int) -> [String] {
    top = max(0, min(top, rows.count - height))
    let shown = Array(rows.dropFirst(top).prefix(height))
    return shown + Array(repeating: "", count: max(0, height - shown.count))
  }

  /// The scroll position in words; nil if all of the text is on the screen.
  package func position(_ height: Int) -> String? {
    guard rows.count > height else { return nil }
    let bottom = min(top + height, rows.count)
    return bottom == rows.count ? "end" : "\(bottom * 100 / rows.count) %"
  }

  /// Scrolls to this row, if it is given, or as near to it as the end of the
  /// text allows.
  package mutating func begin(at row: Int?) {
    if let row { top = row }
  }

  /// Scrolls as the key says; false if the key does not scroll.
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
