internal import System

/// A snapshot, as `undo --list` shows it.
package struct ListedSnapshot: Sendable, Equatable {
  package var number: Int
  package var time: String
  package var bytes: Int
  /// The first line that differs from the previous snapshot or, for the first
  /// one, from the starter; nil if no line differs.
  package var change: ChangedLine?
  /// Whether the learner's file is the same as this snapshot now.
  package var isPresent: Bool

  package init(
    number: Int, time: String, bytes: Int, change: ChangedLine?,
    isPresent: Bool
  ) {
    self.number = number
    self.time = time
    self.bytes = bytes
    self.change = change
    self.isPresent = isPresent
  }
}

/// A line that differs between two texts.
package struct ChangedLine: Sendable, Equatable {
  /// The line's number, counted from 1.
  package var number: Int
  /// The new line, or nil if the text ends before it.
  package var text: String?
}

/// The first line of `new` that differs from `old`, or nil if none does.
package func firstChange(from old: String, to new: String) -> ChangedLine? {
  let (old, new) = (old.withUnixLines.lines, new.withUnixLines.lines)
  let same = zip(old, new).prefix { $0 == $1 }.count
  if same < new.count {
    return ChangedLine(number: same + 1, text: String(new[same]))
  }
  return same < old.count ? ChangedLine(number: same + 1, text: nil) : nil
}

/// The snapshots of an exercise, one a line, the newest last.
package func snapshotPage(
  _ snapshots: [ListedSnapshot], exercise: Int, on screen: Screen
) -> [Line] {
  var lines = snapshots.map { row($0, on: screen) }
  lines.append(Line())
  lines += paragraph(
    [
      Span("Bring one back: "),
      Span("swift run course undo \(exercise) --to NUMBER", .code),
    ], on: screen)
  return lines
}

private func row(_ snapshot: ListedSnapshot, on screen: Screen) -> Line {
  let change =
    switch snapshot.change {
    case nil: "no change"
    case let line?:
      "line \(line.number): " + (line.text.map(shown) ?? "(removed)")
    }
  let mark =
    !snapshot.isPresent ? "  " : screen.plain ? "present: " : "▸ "
  let number = "\(snapshot.number)"
  let space = String(repeating: " ", count: max(0, 4 - number.utf8.count))
  let spans = [
    Span(mark, .good), Span(space + number, .number),
    Span("  \(snapshot.time)  \(snapshot.bytes) bytes  ", .dim),
    Span(change, .code),
  ]
  return Line(cut(spans, to: screen.width))
}

private func shown(_ line: String) -> String {
  let text = expandingTabs(line).trimmingLeadingSpaces
  return text.isEmpty ? "(empty line)" : text
}
