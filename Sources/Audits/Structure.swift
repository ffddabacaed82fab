internal import Checks
internal import Lessons

extension AuditedCourse {
  /// Whether there is enough of everything, and nothing still to be written.
  func structureFindings(in lesson: Lesson) -> [Finding] {
    let file = path(of: lesson)
    var findings: [Finding] = []
    func want(_ least: Int, _ found: Int, _ what: String, _ remedy: String) {
      guard found < least else { return }
      findings.append(
        Finding(file, 1, "\(found) \(what), \(least) are wanted", remedy))
    }
    want(
      3, lesson.cells.count { $0.output != nil }, "cells with an output",
      "show more of it in code")
    want(3, lesson.quizzes.count, "quizzes", "ask more")
    want(
      1, figures(of: lesson).count, "figures",
      "add to the lesson's LessonFigures")
    if lesson.exercise != nil {
      let folder = "Solutions/\(lesson.directory)/Alternatives"
      want(
        3, names(in: folder, ending: ".swift").count, "alternatives",
        "add right answers that differ in kind to \(folder)")
    }
    if !(15...45).contains(lesson.minutes) {
      findings.append(
        Finding(
          file, line(of: "minutes:", in: file),
          "\(lesson.minutes) minutes are promised, a lesson takes 15 to 45",
          "cut it, or make two of it; or give it more to do"))
    }
    return findings + unwritten(in: lesson) + copyFindings(in: lesson)
      + hintFindings(in: lesson)
      + sectionFindings(in: lesson) + mistakeCountFindings(in: lesson)
  }

  /// What says `TODO`.
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
            file, index + 1, "here is something still to be written",
            "write it and take the TODO away") : nil
      }
    }
  }

  private func hintFindings(in lesson: Lesson) -> [Finding] {
    guard let own = checks(of: lesson) else { return [] }
    let (hints, all) = (own.hints, own.checks)
    let promised = (lesson.exercise?.functions ?? []).map(\.fullName)
    // Checks written by hand name mistakes that no subject lists.
    let named = files(of: lesson).compactMap { heading(of: $0)["mistake"] }
    let occasions = Set(
      all.map(\.id) + all.flatMap { $0.subject.mistakes.map(\.id) } + named)
    var findings: [Finding] = []
    func found(_ words: String, _ problem: String, _ remedy: String) {
      let place = place(of: words, in: lesson)
      findings.append(Finding(place.path, place.line, problem, remedy))
    }
    for name in promised {
      let own = hints.filter { $0.function == name }
      if own.count < 3 {
        found(
          "\"\(name)\"", "\(own.count) hints for \(name), 3 are wanted",
          "add to the hints of the lesson's ExerciseChecks")
      }
      if own.last?.text.contains("```") == true {
        found(
          "\"\(name)\"", "the last hint for \(name) shows code",
          "name the line of thought instead")
      }
    }
    for hint in hints {
      if !promised.contains(hint.function) {
        found(
          "\"\(hint.function)\"", "a hint is for \(hint.function)",
          "the lesson promises \(promised.joined(separator: ", "))")
      }
      for occasion in hint.occasions where !occasions.contains(occasion) {
        found(
          "\"\(occasion)\"",
          "a hint waits for \(occasion), which is neither "
            + "a check nor a mistake of this lesson", "correct the id")
      }
    }
    return findings
  }

  private func sectionFindings(in lesson: Lesson) -> [Finding] {
    let all = checks(of: lesson)?.checks ?? []
    let named =
      all.compactMap(\.section)
      + all.flatMap { $0.subject.mistakes.compactMap(\.section) }
    return Set(named).filter { lesson.section(anchor: $0) == nil }.map {
      let place = place(of: "\"\($0)\"", in: lesson)
      return Finding(
        place.path, place.line, "the lesson has no section #\($0)",
        "name one of "
          + lesson.sections.map { "#\($0.anchor)" }.joined(separator: ", "))
    }
  }
}

extension AuditedCourse {
  /// Whether every function has mistakes enough.
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
          "\(count) mistakes fail a check of \(function.fullName), \(least) "
            + "are wanted",
          "add to \(path(of: lesson, "Mistakes"))") : nil
    }
  }

  /// Whether the lesson is known to Package.swift and to the registry.
  func registrationFindings(of lesson: Lesson) -> [Finding] {
    let manifest = text("Package.swift") ?? ""
    let name = lesson.directory.split(separator: "-", maxSplits: 1).last ?? ""
    var findings: [Finding] = []
    let wanted =
      ["name: \"\(name)\""] + trustedFiles(of: lesson).map { "\"\($0)\"" }
    for words in wanted where !manifest.contains(words) {
      findings.append(
        Finding(
          "Package.swift", line(of: "let lessons = [", in: "Package.swift"),
          "the lesson \(lesson.directory) lacks \(words)",
          "add it to the list of lessons"))
    }
    let registry = "Lessons/Registry.swift"
    guard let own = checks(of: lesson) else {
      findings.append(
        Finding(
          registry, line(of: "let registry", in: registry),
          "no checks are registered for \(lesson.id)",
          "name its ExerciseChecks in the list"))
      return findings
    }
    let checked = Set(own.checks.map(\.subject.name))
    for function in lesson.exercise?.functions ?? []
    where !checked.contains(function.fullName) {
      findings.append(
        Finding(
          path(of: lesson), function.line ?? 1,
          "no check is of \(function.fullName)", "add checks of it"))
    }
    for (id, checks) in Dictionary(grouping: own.checks, by: \.id)
    where checks.count > 1 {
      let place = place(of: "\"\(id)\"", in: lesson)
      findings.append(
        Finding(
          place.path, place.line, "two checks are named \(id)",
          "give each its own name"))
    }
    return findings
  }
}
