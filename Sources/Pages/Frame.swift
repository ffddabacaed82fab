import Maths

/// What takes a terminal's screen and gives it back.
package enum FullScreen {
  /// The other screen, no cursor, and lines that are cut instead of wrapped.
  package static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[2J"

  /// The screen as it was before.
  package static let leave = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// The bytes that show rows on the whole screen, to be written in one go.
  ///
  /// Nothing is cleared first, so that nothing flickers: every row covers the
  /// one that stood there, and what is right of it and below goes.
  package static func frame(_ rows: [String]) -> String {
    together(
      "\u{1B}[H" + rows.joined(separator: "\u{1B}[K\r\n") + "\u{1B}[K\u{1B}[J")
  }

  /// Asks the terminal to show it all at once; one that does not know of this
  /// passes it over.
  private static func together(_ text: String) -> String {
    "\u{1B}[?2026h" + text + "\u{1B}[?2026l"
  }

  /// The bytes that take back the last lines that were written.
  package static func erasing(_ lines: Int) -> String {
    lines > 0 ? "\u{1B}[\(lines)A\r\u{1B}[J" : ""
  }

  /// The bytes that write lines over the last ones, which were so many.
  package static func overwriting(_ lines: Int, with text: String) -> String {
    let up = lines > 0 ? "\u{1B}[\(lines)A\r" : ""
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    return together(up + rows.joined(separator: "\u{1B}[K\n") + "\u{1B}[J")
  }
}

/// The lines as rows of a screen, a string for each.
package func rows(_ lines: [Line], on screen: Screen) -> [String] {
  lines.map { String(render([$0], for: screen).dropLast()) }
}

/// One row across the whole screen, words left and right; the left ones are
/// cut where it is too narrow for both.
package func bar(
  _ left: [Span], _ right: [Span] = [], on screen: Screen
) -> Line {
  let room = screen.width - width(right) - (right.isEmpty ? 0 : 2)
  guard width(left) <= room else {
    // The words at the right are short, and worth more than a left end.
    let keepsRight = room >= screen.width / 2
    return Line(
      keepsRight
        ? cut(left, to: room) + [Span("  ")] + right
        : cut(left, to: screen.width))
  }
  let space = right.isEmpty ? 0 : room + 2 - width(left)
  return Line(left + [Span(String(repeating: " ", count: space))] + right)
}

/// As much of the spans as fits.
package func cut(_ spans: [Span], to columns: Int) -> [Span] {
  guard width(spans) > columns else { return spans }
  var kept: [Span] = []
  var left = max(columns - 1, 0)
  for span in spans {
    var text = ""
    for character in span.text {
      let wide = displayWidth(String(character))
      guard wide <= left else { return kept + [span.with(text + "…")] }
      left -= wide
      text.append(character)
    }
    kept.append(span.with(text))
  }
  return kept
}
