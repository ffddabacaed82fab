import Maths

/// Escape sequences that take over a terminal's screen and give it back.
package enum FullScreen {
  /// Switches to the alternate screen, hides the cursor and turns off wrapping.
  package static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[2J"

  /// Restores wrapping, the cursor and the previous screen.
  package static let leave = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// The bytes that show rows on the whole screen, to be written in one call.
  ///
  /// Clearing the screen first would make it flicker. Instead each row
  /// overwrites the old one and erases the rest of its line, and the last row
  /// erases everything below.
  package static func frame(_ rows: [String]) -> String {
    together(
      "\u{1B}[H" + rows.joined(separator: "\u{1B}[K\r\n") + "\u{1B}[K\u{1B}[J")
  }

  /// Wraps text in a synchronized update, so that it appears all at once.
  ///
  /// Terminals without synchronized updates ignore the sequences.
  private static func together(_ text: String) -> String {
    "\u{1B}[?2026h" + text + "\u{1B}[?2026l"
  }

  /// The bytes that erase the last `lines` lines.
  package static func erasing(_ lines: Int) -> String {
    lines > 0 ? "\u{1B}[\(lines)A\r\u{1B}[J" : ""
  }

  /// The bytes that replace the last `lines` lines with `text`.
  package static func overwriting(_ lines: Int, with text: String) -> String {
    let up = lines > 0 ? "\u{1B}[\(lines)A\r" : ""
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    return together(up + rows.joined(separator: "\u{1B}[K\n") + "\u{1B}[J")
  }
}

/// The lines as strings, one for each row of the screen.
package func rows(_ lines: [Line], on screen: Screen) -> [String] {
  lines.map { String(render([$0], for: screen).dropLast()) }
}

/// A row across the whole screen, with text at the left and at the right.
///
/// If both do not fit, the left text is cut; a right text that takes more than
/// half of the row is left out.
package func bar(
  _ left: [Span], _ right: [Span] = [], on screen: Screen
) -> Line {
  let room = screen.width - width(right) - (right.isEmpty ? 0 : 2)
  guard width(left) <= room else {
    // A short text at the right is worth more than the end of the left one.
    let keepsRight = room >= screen.width / 2
    return Line(
      keepsRight
        ? cut(left, to: room) + [Span("  ")] + right
        : cut(left, to: screen.width))
  }
  let space = right.isEmpty ? 0 : room + 2 - width(left)
  return Line(left + [Span(String(repeating: " ", count: space))] + right)
}

/// The spans, cut with an ellipsis if they are wider than `columns`.
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
