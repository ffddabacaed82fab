package import Lessons

/// A question, its number and its options, without the answer.
package func questionPage(
  _ quiz: Quiz, number: Int, of total: Int, on screen: Screen
) -> [Line] {
  let title = Line([Span("Question \(number) of \(total)", .heading)])
  let how =
    switch quiz.kind {
    case .choice: "One is right."
    case .choices: "One or more are right; name them all, such as a c."
    case .number: "Answer with a number."
    case .runs: "One of your own training runs is right."
    }
  return [title, ""] + lines(quiz.ask, on: screen)
    + options(of: quiz, on: screen)
    + paragraph(how, .dim, on: screen)
}

/// The response to an answer: whether it is right, and why.
package func answerPage(
  _ quiz: Quiz, _ answer: QuizAnswer, on screen: Screen
) -> [Line] {
  let isRight = quiz.isRight(answer)
  let verdict = verdict(isRight, on: screen)
  switch answer {
  case .number(let number):
    // The reason contains the number, so only a right answer gets it.
    if isRight { return reason(quiz.because, after: [verdict], on: screen) }
    if quiz.isNearly(number) {
      return [Line([Span("Close. Give more decimals.", .strong)])]
    }
    let relation = quiz.relation(of: number).map(words)
    return paragraph([verdict, Span(relation ?? "")], on: screen)
  case .options(let chosen):
    if quiz.kind == .choice {
      let because = chosen.first.map { quiz.options[$0].because } ?? []
      return reason(because, after: [verdict], on: screen)
    }
    let missing = quiz.options.indices.contains {
      quiz.options[$0].right && !chosen.contains($0)
    }
    let isPart = missing && chosen.allSatisfy { quiz.options[$0].right }
    let first = isPart ? Span("Not all yet. ", .strong) : verdict
    let more =
      missing && !isPart
      ? [Line([Span("There are more right answers.")])] : []
    return [Line([first])]
      + chosen.sorted().flatMap { explained($0, of: quiz, on: screen) } + more
  }
}

/// The right answer, with the reason for it or for each option.
package func solvedPage(_ quiz: Quiz, on screen: Screen) -> [Line] {
  if let answer = quiz.answer {
    let digits = "\(answer)"
    let number = digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    return reason(
      quiz.because, after: [Span("Answer: \(number). ", .strong)], on: screen)
  }
  if quiz.kind == .runs {
    let answer = Span("Answer: your own runs say it. ", .strong)
    return reason(quiz.because, after: [answer], on: screen)
  }
  return quiz.options.indices.flatMap { explained($0, of: quiz, on: screen) }
}

/// The result of a quiz, and how to repeat it.
///
/// `right` counts the questions answered right on the first try, in all
/// sittings; `later` counts those found on a later try in this sitting.
package func quizSummaryPage(
  right: Int, later: Int, of total: Int, lesson: Int, on screen: Screen
) -> [Line] {
  var bar = progressBar(done: right, of: total, on: screen)
  bar.append(Span(" right on the first try"))
  let again = "swift run course quiz \(lesson)"
  let more = "You found \(later) more on a later try. "
  let rest =
    right == total
    ? [command(again + " --again", on: screen), " asks them once more."]
    : ["To answer the others again: ", command(again, on: screen), "."]
  return [bar] + paragraph((later > 0 ? [Span(more)] : []) + rest, on: screen)
}

private func options(of quiz: Quiz, on screen: Screen) -> [Line] {
  quiz.options.indices.flatMap { index in
    lines(quiz.options[index].text, on: screen.narrowed(by: 5))
      .prefixed(Span("  \(letter(index))) ", .strong), "     ")
  }
}

/// An option's letter, whether it is right, and its reason.
private func explained(
  _ index: Int, of quiz: Quiz, on screen: Screen
) -> [Line] {
  let option = quiz.options[index]
  return reason(
    option.because,
    after: [
      Span("\(letter(index))) ", .strong), verdict(option.right, on: screen),
    ], on: screen)
}

private func verdict(_ isRight: Bool, on screen: Screen) -> Span {
  let mark = screen.plain ? "" : isRight ? "✓ " : "✗ "
  return Span(
    mark + (isRight ? "Right. " : "Wrong. "),
    isRight ? [.good, .strong] : [.bad, .strong])
}

/// Describes how a wrong number relates to the right one.
private func words(for relation: Quiz.Relation) -> String {
  switch relation {
  case .reciprocal: "That is the reciprocal of the answer."
  case .negative: "That is the negative of the answer."
  case .half: "That is half the answer."
  case .double: "That is double the answer."
  case .hundredfold: "That is 100 times the answer."
  case .hundredth: "That is a hundredth of the answer."
  }
}

private func reason(
  _ inlines: [Inline], after spans: [Span], on screen: Screen
) -> [Line] {
  paragraph(
    spans + Pages.spans(inlines, on: screen).map { $0 ?? " " }, on: screen)
}

private func letter(_ index: Int) -> Character {
  Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(index, 25))))
}
