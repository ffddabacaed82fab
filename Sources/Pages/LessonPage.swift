package import Lessons

/// A whole lesson; outputs that the reader is to predict are left out.
package func lessonPage(
  _ lesson: Lesson, drawings: Drawings = Drawings(), on screen: Screen
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
    lesson: lesson.number, screen: screen, drawings: drawings)
  return lines + [""] + page.lines(blocks)
}

/// The part of a lesson below one heading, up to the next of its level.
package func sectionPage(
  _ lesson: Lesson, anchor: String, on screen: Screen
) -> [Line] {
  var section: [Block] = []
  var depth: Int?
  for block in lesson.blocks {
    if case .heading(let level, _, let here) = block {
      if here == anchor {
        depth = level
      } else if let own = depth, level <= own {
        break
      }
    }
    if depth != nil { section.append(block) }
  }
  return BlockPage(lesson: lesson.number, screen: screen).lines(section)
}
