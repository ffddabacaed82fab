/// A lesson, as the list of lessons shows it.
package struct ListedLesson: Sendable, Equatable {
  package enum State: Sendable {
    case done
    case next
    case pending
  }

  package var number: Int
  package var title: String
  package var minutes: Int
  package var state: State

  package init(number: Int, title: String, minutes: Int, state: State) {
    self.number = number
    self.title = title
    self.minutes = minutes
    self.state = state
  }
}

/// The list of lessons with the state of each, and the overall progress.
package func listPage(_ lessons: [ListedLesson], on screen: Screen) -> [Line] {
  let width = lessons.map { "\($0.number)".utf8.count }.max() ?? 1
  var lines = lessons.flatMap { lesson in
    let number = "\(lesson.number)"
    let padding = String(repeating: " ", count: width - number.utf8.count)
    let mark = mark(of: lesson.state, plain: screen.plain)
    let start = [mark, Span(" \(padding)\(number)  ")]
    return wrap(
      [
        Span(lesson.title, lesson.state == .next ? .strong : []),
        Span(" \(lesson.minutes) min", .dim),
      ], width: max(16, screen.width - Pages.width(start))
    ).beside(start)
  }
  let done = lessons.count { $0.state == .done }
  lines.append(Line())
  lines.append(
    progressBar(done: done, of: lessons.count, width: 40, on: screen))
  return lines
}

private func mark(of state: ListedLesson.State, plain: Bool) -> Span {
  switch state {
  case .done: plain ? Span("done   ", .good) : Span("✓", .good)
  case .next: plain ? Span("next   ", .strong) : Span("▸", .strong)
  case .pending: plain ? Span("pending", .dim) : Span("○", .dim)
  }
}
