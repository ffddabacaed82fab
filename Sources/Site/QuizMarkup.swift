internal import Lessons

/// A question: each option opens to say whether it is right, and why.
///
/// The script draws the order of the options anew and remembers what was
/// opened first; without it everything works but that.
func quizMarkup(_ quiz: Quiz, _ links: Links) -> HTML {
  var contents = [HTML("p", ["class": "ask"], quiz.ask.markup(links))]
  switch quiz.kind {
  case .choice, .choices:
    if quiz.kind == .choices {
      contents.append(
        HTML("p", ["class": "note"], "One or more answers are right."))
    }
    contents.append(
      HTML(
        "div", ["class": "options"],
        quiz.options.map { optionMarkup($0, links) }))
  case .number:
    let answer = quiz.answer.map { "\($0)" } ?? ""
    let number = answer.hasSuffix(".0") ? String(answer.dropLast(2)) : answer
    contents.append(
      HTML(
        "details",
        ["data-answer": number, "data-tolerance": "\(quiz.tolerance)"],
        HTML("summary", "Answer"),
        HTML(
          "p", [HTML("strong", number + ". ")] + quiz.because.markup(links))))
  case .runs:
    contents.append(
      HTML(
        "details", HTML("summary", "Your own runs say it"),
        HTML("p", quiz.because.markup(links))))
  }
  return HTML(
    "section",
    [
      "class": "quiz", "id": "_quiz-\(quiz.id)", "data-quiz": quiz.id,
      "aria-label": "Question",
    ], contents)
}

private func optionMarkup(_ option: Quiz.Option, _ links: Links) -> HTML {
  HTML(
    "details", ["class": option.right ? "right" : "wrong"],
    HTML("summary", option.text.markup(links)),
    HTML(
      "p",
      [HTML("strong", option.right ? "✓ Right. " : "✗ Wrong. ")]
        + option.because.markup(links)))
}
