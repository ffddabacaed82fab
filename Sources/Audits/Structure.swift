internal import Checks
internal import Lessons

extension AuditedCourse {
  /// Finds too few cells, quizzes, figures or answers, a lesson that is too
  /// short or too long, leftover TODOs, and copies.
  func structureFindings(in lesson: Lesson) -> [Finding] {
    let file = path(of: lesson)
    var findings: [Finding] = []
    func want(_ least: Int, _ found: Int, _ what: String, _ remedy: String) {
      guard found < least else { return }
      findings.append(
        Finding(
          file, 1,
          "the lesson has \(found) \(what), but should have at least \(least)",
          remedy))
    }
    want(
      3, lesson.cells.count { $0.output != nil }, "cells with an output",
      "show more of the lesson in code")
    want(3, lesson.quizzes.count, "quizzes", "ask more")
    want(
      1, figures(of: lesson).count, "figures",
      "add one to the lesson's LessonFigures")
    if lesson.exercise != nil {
      let folder = "Solutions/\(lesson.directory)/Alternatives"
      want(
        3, names(in: folder, ending: ".swift").count, "alternatives",
        "add correct answers of different kinds to \(folder)")
    }
    return findings + timeFindings(in: lesson) + unwritten(in: lesson)
      + copyFindings(in: lesson)
      + mistakeCountFindings(in: lesson) + checkpointFindings(in: lesson)
  }

  /// Finds a wrong number of minutes, and a lesson that takes too many.
  private func timeFindings(in lesson: Lesson) -> [Finding] {
    let file = path(of: lesson)
    let line = line(of: "minutes:", in: file)
    let estimate = lesson.estimatedMinutes
    var findings: [Finding] = []
    if estimate > 30 {
      findings.append(
        Finding(
          file, line, "the lesson takes \(estimate) minutes, more than 30",
          "shorten it or split it"))
    }
    if lesson.minutes != estimate {
      findings.append(
        Finding(
          file, line,
          "the lesson promises \(lesson.minutes) minutes, but takes "
            + "\(estimate)",
          "run `swift run course verify \(lesson.number) --bless`"))
    }
    return findings
  }

  /// Finds functions that the text does not ask for where it prepares them.
  private func checkpointFindings(in lesson: Lesson) -> [Finding] {
    let asked = Set(lesson.checkpoints.map(\.function))
    return (lesson.exercise?.functions ?? []).compactMap { function in
      asked.contains(function.fullName)
        ? nil
        : Finding(
          path(of: lesson), function.line ?? 1,
          "\(function.fullName) has no checkpoint",
          "where the text has prepared it, add a quotation that ends in "
            + "<!-- checkpoint: \(function.fullName) -->")
    }
  }

  /// Finds every line that says `TODO`.
  private func unwritten(in lesson: Lesson) -> [Finding] {
    let own = (["lesson.md"] + trustedFiles(of: lesson)).map {
      path(of: lesson, $0)
    }
    return (own + files(of: lesson).map(\.path)).flatMap { file in
      let lines = (text(file) ?? "").split(
        separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().compactMap { index, line in
        line.contains("TODO")
          ? Finding(
            file, index + 1, "this is unfinished",
            "finish it and remove the TODO") : nil
      }
    }
  }
}

extension AuditedCourse {
  /// Finds functions with too few mistakes.
  private func mistakeCountFindings(in lesson: Lesson) -> [Finding] {
    guard let all = checks(of: lesson)?.checks else { return [] }
    let failing = files(of: lesson).filter { $0.kind == .mistake }.map {
      heading(of: $0)["fails"]
    }
    return (lesson.exercise?.functions ?? []).compactMap { function in
      let ids = all.filter { $0.subject.name == function.fullName }.map(\.id)
      let count = failing.count { $0.map(ids.contains) == true }
      let isCentral = ["softmax", "crossEntropy"].contains(function.baseName)
      let least = isCentral ? 6 : 3
      return count < least
        ? Finding(
          path(of: lesson), function.line ?? 1,
          "\(count) mistakes fail a check of \(function.fullName), but at "
            + "least \(least) should",
          "add mistakes to \(path(of: lesson, "Mistakes"))") : nil
    }
  }

  /// Finds what is missing in Package.swift and the registry, functions without
  /// checks, and checks with the same id.
  func registrationFindings(of lesson: Lesson) -> [Finding] {
    var findings: [Finding] = []
    if text("Package.swift")?.contains("\"\(lesson.directory)\"") != true {
      findings.append(
        Finding(
          "Package.swift", line(of: "let lessons = [", in: "Package.swift"),
          "the lesson \(lesson.directory) is missing",
          "add it to the list of lessons"))
    }
    let registry = "Lessons/Checks/Registry.swift"
    guard let own = checks(of: lesson) else {
      findings.append(
        Finding(
          registry, line(of: "let registry", in: registry),
          "no checks are registered for \(lesson.id)",
          "add its ExerciseChecks to the list"))
      return findings
    }
    let checked = Set(own.checks.map(\.subject.name))
    for function in lesson.exercise?.functions ?? []
    where !checked.contains(function.fullName) {
      findings.append(
        Finding(
          path(of: lesson), function.line ?? 1,
          "no check tests \(function.fullName)", "add checks of it"))
    }
    for (id, checks) in Dictionary(grouping: own.checks, by: \.id)
    where checks.count > 1 {
      let place = place(of: "\"\(id)\"", in: lesson)
      findings.append(
        Finding(
          place.path, place.line, "\(checks.count) checks have the id \(id)",
          "give each its own id"))
    }
    return findings
  }
}
