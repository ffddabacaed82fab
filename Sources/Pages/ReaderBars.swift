/// The lines below a text in the pager: its name, the reader's position, and
/// the keys.
package func readerBars(
  name: String, section: String?, position: String?, notice: String?,
  on screen: Screen
) -> [Line] {
  let rule = screen.ascii ? "-" : "─"
  var left = [Span(name, .heading)]
  if let section { left.append(Span(" · \(section)", .dim)) }
  if let notice { left = [Span(notice, .strong)] }
  return [
    Line([Span(String(repeating: rule, count: screen.width), .dim)]),
    bar(left, position.map { [Span($0, .strong)] } ?? [], on: screen),
  ] + keyBars(readerKeys, on: screen).prefix(1)
}

private let readerKeys = [
  ("space", "next"), ("b", "back"), ("↑↓", "lines"), ("]", "next section"),
  ("/", "find"), ("q", "quit"),
]
