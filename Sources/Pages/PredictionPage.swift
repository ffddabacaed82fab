package import Lessons

/// A cell before its output is shown: its number, its name and its code.
package func cellPage(
  _ cell: Cell, number: Int, of total: Int, on screen: Screen
) -> [Line] {
  let title = "Cell \(number) of \(total), \(cell.name)"
  return wrap([Span(title, .heading)], width: screen.width) + [""]
    + code(cell.code, on: screen) + [""]
}

/// The verdict on the reader's prediction of a cell's output.
package func predictionPage(
  _ prediction: Prediction, on screen: Screen
) -> [Line] {
  let (mark, words, style): (String, String, Style) =
    switch prediction {
    case .right: ("✓ ", "Right.", .good)
    case .rounded: ("✓ ", "Right, to the decimals you typed.", .good)
    case .beginning: ("✓ ", "Right, as far as it goes.", .good)
    case .part: ("", "That is a part of it; compare the rest.", .strong)
    case .words:
      ("", "You said it in words; compare them with the output.", .strong)
    case .brackets:
      ("", "Almost: the numbers are right, the brackets are not.", .warning)
    case .nearly(let wrong): ("", Pages.words(for: wrong), .warning)
    case .wrong: ("✗ ", "Wrong.", .bad)
    }
  return paragraph(
    (screen.plain ? "" : mark) + words, [style, .strong], on: screen)
}

/// How many of the reader's predictions were right.
package func predictionSummaryPage(
  right: Int, of total: Int, on screen: Screen
) -> [Line] {
  paragraph(
    "You predicted \(right) of \(total) "
      + (total == 1 ? "output." : "outputs."), .strong, on: screen)
}

private func words(for wrong: Prediction.WrongNumbers) -> String {
  let right = wrong.total - wrong.count
  let start =
    wrong.count == 1
    ? "Almost: " : "\(right) of \(wrong.total) numbers are right; "
  let place =
    wrong.count == 1
    ? "number \(wrong.place) of \(wrong.total)" : "number \(wrong.place)"
  return start + "\(place) is \(wrong.printed), not \(wrong.typed)."
}

/// What the lesson tells of a cell's output after the reader's prediction.
package func discussionPage(
  _ lesson: Lesson, _ cell: Cell, on screen: Screen
) -> [Line] {
  guard let told = lesson.discussion(of: cell) else { return [] }
  return [""] + lines(told, on: screen)
}
