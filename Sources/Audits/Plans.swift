internal import Checks
internal import Grading
internal import Lessons

extension AuditedCourse {
  /// Grades a file as `check --file` does, with the model answers of earlier
  /// lessons and the sample of the data set.
  func grade(
    _ file: GradedFile, as lesson: Lesson, seed: UInt64, only: String? = nil
  ) throws -> Report {
    var plan = try plan(
      lesson, source: file.path, earlier: try earlierSolutions(of: lesson))
    plan.source.text = try wholeText(of: file, of: lesson)
    var request = GradingRequest(
      plan: plan,
      checks: checks(of: lesson)?.checks ?? [],
      feedback: try feedback(of: lesson), seed: seed, id: lesson.id,
      data: data)
    request.only = only
    return Grader(compiler: compiler).grade(request)
  }

  /// The text to compile; the file of a mistake holds only what differs from
  /// the model answer.
  func wholeText(of file: GradedFile, of lesson: Lesson) throws -> String {
    let path = "Solutions/\(lesson.directory)/Exercise.swift"
    guard let own = text(file.path), let model = text(path) else {
      throw UnreadableLesson(
        description: "\(file.path):1: the file cannot be read")
    }
    return file.kind == .mistake ? submission(exchanging: own, in: model) : own
  }

  /// The model answer, if cells of the lesson call the learner's functions.
  func solution(of lesson: Lesson) throws -> Plan? {
    guard lesson.cells.contains(where: \.yours) else { return nil }
    return try modelAnswer(of: lesson)
  }

  /// The model answer, built on those of earlier lessons.
  func modelAnswer(of lesson: Lesson) throws -> Plan {
    try plan(
      lesson, source: "Solutions/\(lesson.directory)/Exercise.swift",
      earlier: try earlierSolutions(of: lesson))
  }

  private func earlierSolutions(of lesson: Lesson) throws -> [Plan] {
    try (lesson.exercise?.buildsOn ?? []).compactMap { number in
      guard let other = library["\(number)"]?.lesson else { return nil }
      return try plan(
        other, source: "Solutions/\(other.directory)/Exercise.swift")
    }
  }

  private func plan(
    _ lesson: Lesson, source: String, earlier: [Plan] = []
  ) throws -> Plan {
    guard let exercise = lesson.exercise, let text = text(source) else {
      throw UnreadableLesson(
        description: "\(source):1: the file cannot be read")
    }
    return Plan(
      number: lesson.number, exercise: exercise,
      source: Source(path: source, text: text), earlier: earlier,
      driver: self.text(path(of: lesson, "Driver.swift")))
  }

  /// The `KEY: VALUE` comments in the first lines of a mistake.
  func heading(of file: GradedFile) -> [String: String] {
    var heading: [String: String] = [:]
    for line in (text(file.path) ?? "").split(separator: "\n").prefix(4) {
      let parts = line.dropFirst(3).split(separator: ": ", maxSplits: 1)
      if line.hasPrefix("// "), parts.count == 2 {
        heading[String(parts[0])] = String(parts[1])
      }
    }
    return heading
  }

  /// Finds promised functions that the starter does not declare word for word.
  func undeclared(
    in starter: GradedFile, lesson: Lesson
  ) throws -> [Finding] {
    let declared = compact(text(starter.path) ?? "")
    return (lesson.exercise?.functions ?? []).filter {
      !declared.contains(compact($0.declaration) + " {")
    }.map {
      Finding(
        starter.path, line(of: "func \($0.baseName)(", in: starter.path),
        "it does not declare \($0.fullName) as the lesson does",
        "write \($0.declaration)")
    }
  }
}

/// Swift code without line breaks.
private func compact(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    .replacing("( ", with: "(").replacing(" )", with: ")")
}
