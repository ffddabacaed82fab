internal import Checks
internal import Grading
package import Lessons

/// A Swift file of a lesson that the gate grades.
package struct GradedFile: Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable {
    case starter
    /// The model answer, or an alternative.
    case solution
    case mistake
  }

  package var lesson: Int
  package var kind: Kind
  /// Relative to the course's folder.
  package var path: String

  package var description: String { path }
}

extension AuditedCourse {
  /// The files of a lesson that the gate grades.
  package func files(of lesson: Lesson) -> [GradedFile] {
    guard lesson.exercise != nil else { return [] }
    func file(_ kind: GradedFile.Kind, _ path: String) -> GradedFile {
      GradedFile(lesson: lesson.number, kind: kind, path: path)
    }
    func all(_ kind: GradedFile.Kind, in folder: String) -> [GradedFile] {
      names(in: folder, ending: ".swift").map { file(kind, "\(folder)/\($0)") }
    }
    let solutions = "Solutions/\(lesson.directory)"
    return [
      file(.starter, path(of: lesson, "Starter.swift")),
      file(.solution, "\(solutions)/Exercise.swift"),
    ] + all(.solution, in: "\(solutions)/Alternatives")
      + all(.mistake, in: path(of: lesson, "Mistakes"))
  }

  /// Grades one file.
  ///
  /// Finds a starter that is already written, a correct answer that does not
  /// pass, and a mistake that passes its check or gets the wrong diagnosis.
  package func findings(
    in file: GradedFile, seed: UInt64
  ) throws -> [Finding] {
    guard let lesson = library["\(file.lesson)"]?.lesson else { return [] }
    guard exists(file.path) else {
      return [Finding(file.path, 1, "there is no such file", "write it")]
    }
    switch file.kind {
    case .starter:
      return try undeclared(in: file, lesson: lesson)
        + starterFindings(try grade(file, as: lesson, seed: seed), file)
    case .solution:
      return solutionFindings(
        try grade(file, as: lesson, seed: seed), file, lesson)
    case .mistake: return try mistakeFindings(file, lesson, seed: seed)
    }
  }

  private func starterFindings(
    _ report: Report, _ file: GradedFile
  ) -> [Finding] {
    if report.status == .notWritten,
      report.checks.allSatisfy({ $0.status == .notWritten })
    {
      return []
    }
    let written = report.checks.first { $0.status != .notWritten }
    return [
      Finding(
        file.path, place(report) ?? 1,
        "the starter should be not_written, but is "
          + "\(report.status.rawValue): "
          + (written.map { "\($0.id) \($0.status.rawValue)" } ?? "")
          + report.message,
        "make every promised function call notWritten()")
    ]
  }

  private func solutionFindings(
    _ report: Report, _ file: GradedFile, _ lesson: Lesson
  ) -> [Finding] {
    if report.status == .passed, report.points == report.maxPoints { return [] }
    let failed = report.checks.filter { $0.status != .passed }.map {
      "\($0.id): \($0.message) \($0.counterexample?.arguments ?? "")"
    }
    return [
      Finding(
        file.path, place(report) ?? 1,
        "a correct answer does not pass with seed \(report.seed): "
          + "\(report.message) \(failed.first ?? "")",
        "run `swift run course check \(lesson.number) --file \(file.path) "
          + "--seed \(report.seed)`")
    ]
  }

  private func mistakeFindings(
    _ file: GradedFile, _ lesson: Lesson, seed: UInt64
  ) throws -> [Finding] {
    let heading = heading(of: file)
    func found(
      _ problem: String, _ remedy: String, line: Int = 1
    ) -> [Finding] {
      [Finding(file.path, line, problem, remedy)]
    }
    guard let id = heading["fails"], let mistake = heading["mistake"] else {
      return found(
        "it does not name the check that it fails and its mistake",
        "write `// fails: CHECK` on line 2 and `// mistake: ID` (or none) on "
          + "line 3")
    }
    let own = checks(of: lesson)?.checks ?? []
    guard own.contains(where: { $0.id == id }) else {
      return found(
        "there is no check \(id)",
        "name one of \(own.map(\.id).joined(separator: ", "))",
        line: line(of: "// fails:", in: file.path))
    }
    let report = try grade(file, as: lesson, seed: seed, only: id)
    let name = file.path.split(separator: "/").suffix(2)
    let again =
      "run `swift run course verify \(lesson.number) --only "
      + "\(name.joined(separator: "/")) --seed \(seed)`"
    guard report.status == .failed,
      let check = report.checks.first(where: { $0.id == id }),
      check.status != .passed
    else {
      return found(
        "the mistake should fail \(id), but with seed \(seed) it is "
          + "\(report.status.rawValue): \(report.message)", again,
        line: place(report) ?? line(of: "// fails:", in: file.path))
    }
    let named = check.mistake ?? "none"
    return named == mistake
      ? []
      : found(
        "the diagnosis of \(id) should be \(mistake), but with seed \(seed) "
          + "it is \(named): \(check.message)", again,
        line: line(of: "// mistake:", in: file.path))
  }

  /// The line of the first compiler error.
  private func place(_ report: Report) -> Int? {
    report.diagnostics.first { $0.severity == "error" }?.line
  }
}
