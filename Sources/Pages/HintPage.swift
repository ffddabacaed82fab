/// Hints, followed by what to do next.
///
/// `texts` are in Markdown; the first is number `first` of `total`. After the
/// last hint the page says that there are no more.
package func hintPage(
  _ texts: [String], first: Int, of total: Int, function: String,
  exercise: Int, on screen: Screen
) -> [Line] {
  var page: [Line] = []
  for (index, text) in texts.enumerated() {
    let number = first + index
    let title = "Hint \(number) of \(total)"
    page += paragraph(
      [Span(title, .heading), Span(" for "), name(function, on: screen)],
      on: screen)
    page.append("")
    page += paragraph(markdown: text, indent: 2, on: screen)
    page.append("")
  }
  let given = first + texts.count - 1
  let next: [Span]
  if given < total {
    next = [
      Span("Another: "),
      command("swift run course hint \(exercise)", key: "h", on: screen),
    ]
  } else {
    let none =
      total == 0 ? "There is no hint for " : "That was the last hint for "
    let read = command(
      "swift run course read \(exercise)", key: "t", on: screen)
    next = [
      Span(none), name(function, on: screen),
      Span(". To read of it again: "), read, Span("; the model answer: "),
      command(
        "swift run course solution \(exercise) --give-up", key: "s",
        on: screen),
    ]
  }
  return page + paragraph(next, on: screen)
}

/// The first error of an exercise that does not compile.
///
/// Below it come its meaning, if known, and a hint (Markdown) for the function
/// that contains it, if there is one.
package func compileErrorPage(
  line: Int, message: String, meaning: String?,
  hint: (function: String, text: String)?, exercise: Int, on screen: Screen
) -> [Line] {
  var page = paragraph(
    "Exercise \(exercise) does not compile yet. The first error is at line "
      + "\(line):", on: screen)
  page += paragraph(message, .bad, indent: 2, on: screen)
  if let meaning { page += paragraph(meaning, indent: 2, on: screen) }
  page.append("")
  if let hint {
    page += paragraph(
      [Span("A hint", .heading), " for ", name(hint.function, on: screen)],
      on: screen)
    page.append("")
    page += paragraph(markdown: hint.text, indent: 2, on: screen)
    page.append("")
  }
  return page
    + paragraph(
      [
        "Once it compiles, the hints go on. To check it: ",
        command("swift run course check \(exercise)", key: "r", on: screen),
      ], on: screen)
}

/// A function's name, in backquotes if there is no color to set it apart.
private func name(_ function: String, on screen: Screen) -> Span {
  Span(screen.colors == .none ? "`\(function)`" : function, .code)
}
