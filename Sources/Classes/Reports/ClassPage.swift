internal import Site

/// The page about a class: one HTML file with its figures.
///
/// It is for the instructor; it names students only where submissions are
/// near-identical.
package func classPage(
  title: String, _ summary: ClassSummary
) -> String {
  let title = shownInALine(title)
  return reportPage(
    title: title, [HTML("h1", title)] + summary.exercises.flatMap(sections))
}

private func sections(_ summary: ExerciseSummary) -> [HTML] {
  let graded = summary.submissions - summary.ungraded
  var parts = [
    HTML("h2", "Exercise \(summary.exercise), \(summary.lesson)"),
    HTML(
      "p",
      "\(summary.passed) of \(graded) submissions passed all checks"
        + (summary.ungraded > 0
          ? "; \(summary.ungraded) could not be graded" : "") + "."),
    HTML("h3", "Verdicts"),
    bars(summary.verdicts.map { Bar(label: $0.name, value: $0.count) }),
    HTML("h3", "Points"), bars(histogram(of: summary.scores)),
  ]
  let stopping = summary.checks.filter { $0.stopped > 0 }
  if !stopping.isEmpty {
    parts += [
      HTML("h3", "Where submissions fail first"),
      HTML("p", "For each check, how many submissions fail it first."),
      bars(stopping.map { Bar(label: $0.id, value: $0.stopped) }),
    ]
  }
  parts += counts("Recognized mistakes", summary.mistakes)
  parts += counts(
    "Recognized relations, where no mistake was recognized", summary.relations)
  if !summary.checks.isEmpty {
    parts += [
      HTML("h3", "All checks"),
      reportTable(
        ["check", "function", "ran", "passed", "stopped"],
        summary.checks.map {
          [
            $0.id, $0.function, "\($0.ran)", "\($0.passed)", "\($0.stopped)",
          ]
        }),
    ]
  }
  parts += [
    HTML("h3", "Time spent on grading"),
    reportTable(
      ["", "total", "median", "longest"],
      [
        times("compile and link", summary.compileTimes),
        times("run and judge", summary.runTimes),
      ]),
  ]
  return parts + likeness(summary.alike)
}

private func counts(
  _ title: String, _ counts: [ExerciseSummary.Count]
) -> [HTML] {
  guard !counts.isEmpty else { return [] }
  return [
    HTML("h3", title),
    bars(counts.map { Bar(label: $0.name, value: $0.count) }),
  ]
}

private func times(_ name: String, _ sorted: [Int]) -> [String] {
  guard let longest = sorted.last else { return [name, "–", "–", "–"] }
  return [
    name, "\(seconds(sorted.reduce(0, +))) s",
    "\(seconds(sorted[sorted.count / 2])) s", "\(seconds(longest)) s",
  ]
}

private func likeness(_ groups: [[Student]]) -> [HTML] {
  guard !groups.isEmpty else { return [] }
  return [
    HTML("h3", "Near-identical submissions"),
    HTML(
      "p",
      "Apart from layout, comments and the choice of names, the submissions of "
        + "each row are the same. This is a signal, not proof: short correct "
        + "answers often look alike. Talk to the students before you draw "
        + "conclusions."),
    reportTable(
      ["students", "names"],
      groups.map { group in
        [
          "\(group.count)",
          group.map { shownInALine($0.name) }.joined(separator: " · "),
        ]
      }),
  ]
}
