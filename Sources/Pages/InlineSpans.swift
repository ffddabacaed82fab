import Lessons
import Maths

/// The spans of running text, with nil for an explicit line break.
func spans(
  _ inlines: [Inline], _ style: Style = [], on screen: Screen
) -> [Span?] {
  inlines.flatMap { inline -> [Span?] in
    switch inline {
    case .text(let text, _):
      [Span(screen.ascii ? asciiWords(text) : text, style)]
    case .emphasis(let inner):
      spans(inner, style.union(.emphasis), on: screen)
    case .strong(let inner): spans(inner, style.union(.strong), on: screen)
    case .code(let code):
      [
        Span(
          screen.colors == .none ? "`\(code)`" : code, style.union(.code))
      ]
    case .math(let source, _): [mathSpan(source, style, on: screen)]
    case .link(let inner, let destination, _):
      link(inner, destination, style, on: screen)
    case .image(let alternative, _, _):
      [Span("[\(alternative)]", style.union(.dim))]
    case .softBreak: [Span(" ", style)]
    case .lineBreak: [nil]
    case .binding, .html: []
    }
  }
}

/// A formula within running text.
private func mathSpan(
  _ source: String, _ style: Style, on screen: Screen
) -> Span {
  guard let formula = try? Formula(parsing: source) else {
    return Span("[formula]", style.union(.bad))
  }
  if screen.plain || screen.ascii { return Span(spoken(formula), style) }
  let text = inline(formula)
  // Keep a short formula on one line.
  let glued =
    displayWidth(text) <= min(24, screen.width / 2)
    ? String(text.map { $0 == " " ? "\u{A0}" : $0 }) : text
  return Span(glued, style.union(.math))
}

/// A link's text, followed by its address if the terminal has no links.
private func link(
  _ inner: [Inline], _ destination: String, _ style: Style, on screen: Screen
) -> [Span?] {
  let shown = spans(inner, style.union(.link), on: screen).map { span in
    span.map { Span($0.text, $0.style, destination: destination) }
  }
  let isRemote = destination.contains("://")
  if screen.links || !isRemote || inner.plainText == destination {
    return shown
  }
  return shown + [Span(" (\(destination))", style.union(.dim))]
}

/// Breaks running text into lines.
func lines(
  _ inlines: [Inline], _ style: Style = [], on screen: Screen
)
  -> [Line]
{
  let width = min(screen.width, screen.measure)
  return spans(inlines, style, on: screen)
    .split(separator: nil, omittingEmptySubsequences: false)
    .flatMap { wrap($0.compactMap(\.self), width: width) }
}
