import Lessons
import Maths

/// A paragraph, indented by `indent` columns.
package func paragraph(
  _ spans: [Span], indent: Int = 0, on screen: Screen
) -> [Line] {
  let indent = min(indent, screen.width / 2)
  return wrap(spans, width: screen.measure - indent).indented(by: indent)
}

/// A paragraph of text in one style.
package func paragraph(
  _ text: String, _ style: Style = [], indent: Int = 0, on screen: Screen
) -> [Line] {
  paragraph([Span(text, style)], indent: indent, on: screen)
}

/// A paragraph of Markdown with code, emphasis, links and formulas.
package func paragraph(
  markdown: String, indent: Int = 0, on screen: Screen
) -> [Line] {
  let indent = min(indent, screen.width / 2)
  return lines(inlines(markdown), on: screen.narrowed(by: indent))
    .indented(by: indent)
}

/// A heading, underlined at levels 1 and 2 unless the screen is plain.
package func heading(
  _ spans: [Span], level: Int, on screen: Screen
) -> [Line] {
  let marked = spans.map { $0.styled(.heading) }
  if screen.plain {
    let mark = Span(String(repeating: "#", count: level) + " ")
    return wrap([mark] + marked, width: screen.measure)
  }
  let lines = wrap(marked, width: screen.measure)
  guard level < 3 else { return lines }
  let width = lines.map { displayWidth($0.text) }.max() ?? 0
  let rule = String(repeating: level == 1 ? "═" : "─", count: width)
  return lines + [Line([Span(rule, .dim)])]
}

/// Progress as a bar and as numbers.
package func progressBar(
  done: Int, of total: Int, width: Int = 24, on screen: Screen
) -> Line {
  let numbers = "\(done) of \(total)"
  let room = min(width, screen.width - numbers.count - 1)
  guard !screen.plain, total > 0, room > 0 else {
    return Line([Span(numbers)])
  }
  let eighths = min(max(done * room * 8 / total, 0), room * 8)
  let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  let bar = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  let rest = String(repeating: "·", count: room - bar.count)
  return Line([
    Span(bar, .good), Span(rest, .dim), Span(" \(numbers)"),
  ])
}
