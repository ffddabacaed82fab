internal import Maths

/// The list on the whole of a terminal: the lessons that a filter and a
/// search left, the chosen one marked, what is done, and the keys.
package func listScreen(
  _ shown: [ListedLesson], of all: [ListedLesson], selected: Int, top: Int,
  height: Int, filter: String, query: String?, isSearching: Bool,
  on screen: Screen
) -> [Line] {
  let width = all.map { "\($0.number)".utf8.count }.max() ?? 1
  let window = shown.indices.dropFirst(top).prefix(height)
  var lines = [
    bar(
      [Span("Lessons", .heading)],
      [Span("\(filter): \(shown.count) of \(all.count)", .dim)], on: screen)
  ]
  lines += window.map { index in
    row(shown[index], isSelected: index == selected, width: width, on: screen)
  }
  if shown.isEmpty { lines.append(Line([Span("  no lesson here", .dim)])) }
  lines += Array(repeating: Line(), count: max(0, height + 1 - lines.count))
  lines.append(search(query, isSearching: isSearching, on: screen))
  let done = all.count { $0.state == .done }
  lines.append(progressBar(done: done, of: all.count, width: 40, on: screen))
  lines.append(keyBar(isSearching ? searchKeys : listKeys, on: screen))
  return lines
}

private func row(
  _ lesson: ListedLesson, isSelected: Bool, width: Int, on screen: Screen
) -> Line {
  let number = "\(lesson.number)"
  let padding = String(repeating: " ", count: width - number.utf8.count)
  let state =
    switch lesson.state {
    case .done: Span("✓ done   ", .good)
    case .next: Span("▸ next   ", .strong)
    case .pending: Span("○ pending", .dim)
    }
  // Where there is little room, the sign alone tells the state.
  let isNarrow = screen.width < 40
  let sign = Span(String(state.text.prefix(1)) + " ", state.style)
  return bar(
    [
      Span(isSelected ? "❯ " : "  ", .strong), isNarrow ? sign : state,
      Span(
        isNarrow ? "\(number) " : "  \(padding)\(number)  ",
        isSelected ? .strong : []),
      Span(lesson.title, isSelected ? .strong : []),
    ], isNarrow ? [] : [Span("  \(lesson.minutes) min", .dim)], on: screen)
}

private func search(
  _ query: String?, isSearching: Bool, on screen: Screen
) -> Line {
  guard let query else { return Line() }
  let cursor = isSearching ? "▏" : ""
  return Line(
    cut([Span("search: ", .dim), Span(query + cursor)], to: screen.width))
}

private let listKeys = [
  ("↑↓", "move"), ("enter", "read"), ("/", "search"), ("a", "all"),
  ("p", "pending"), ("d", "done"), ("1…", "jump"), ("q", "quit"),
]

private let searchKeys = [("enter", "keep"), ("esc", "forget")]

/// What the keys do, as many as fit.
package func keyBar(
  _ keys: [(key: String, does: String)], on screen: Screen
) -> Line {
  Line(cut(spans(of: keys), to: screen.width))
}

/// What the keys do, on one line or two: as many as fit.
func keyBars(
  _ keys: [(key: String, does: String)], on screen: Screen
) -> [Line] {
  // Whole keys only: the first line takes as many as it has room for.
  var first = keys.count
  while first > 1,
    displayWidth(Line(spans(of: Array(keys[..<first]))).text) > screen.width
  {
    first -= 1
  }
  let lines = [Array(keys[..<first]), Array(keys[first...])]
  return lines.filter { !$0.isEmpty }.map { keyBar($0, on: screen) }
}

private func spans(of keys: [(key: String, does: String)]) -> [Span] {
  keys.enumerated().flatMap { index, entry in
    let space = index == 0 ? "" : "  "
    return [
      Span(space + entry.key, .strong), Span(" \(entry.does)", .dim),
    ]
  }
}
