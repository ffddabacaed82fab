package import Lessons

/// A whole lesson, followed by what to do next.
///
/// Outputs that the reader is to predict are left out.
package func lessonPage(
  _ lesson: Lesson, drawings: Drawings = Drawings(), steps: NextSteps? = nil,
  on screen: Screen
) -> [Line] {
  let number = Span("Lesson \(lesson.number)")
  let dot = Span(screen.plain ? ": " : " · ")
  var lines = heading(
    [number, dot, Span(lesson.title)], level: 1, on: screen)
  lines += Pages.lines(inlines(lesson.summary), .emphasis, on: screen)
  let minutes = lesson.minutes == 1 ? "1 minute" : "\(lesson.minutes) minutes"
  lines += paragraph("About \(minutes).", .dim, on: screen)
  var blocks = lesson.blocks
  if case .heading(1, _, _)? = blocks.first { blocks.removeFirst() }
  let page = BlockPage(
    lesson: lesson.number, screen: screen, drawings: drawings,
    checkpoints: steps?.checkpoints ?? [])
  lines += [""] + page.lines(blocks)
  guard let steps else { return lines }
  let end = nextStepsPage(steps, on: screen)
  if end.isEmpty { return lines }
  let rule = page.lines([.thematicBreak])
  let words = paragraph("Where to go from here:", .dim, on: screen)
  return lines + [""] + (rule + words + end).together()
}
