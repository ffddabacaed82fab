internal import Checks
internal import Classes
internal import Commands
internal import Grading
internal import Lessons
internal import System

extension Home {
  /// The exercises to grade: those asked for, or those of a manifest, or those
  /// of `class.yml`.
  func gradedLessons(
    _ names: String?, _ rules: ClassRules, source: OutputFolder?,
    _ data: DataOptions
  ) throws -> [Int: (lesson: GradedLesson, folder: String)] {
    let listed =
      try source.map {
        try $0.exercises() ?? Set(manifestRows($0.manifest).map(\.exercise))
      }
      ?? Set(rules.exercises.keys)
    let asked =
      names?.split(separator: ",").map(String.init)
      ?? listed.sorted().map(String.init)
    guard !asked.isEmpty else {
      throw CommandFailure(
        .usage, "name the exercises to grade, as in --exercise 3")
    }
    var lessons: [Int: (lesson: GradedLesson, folder: String)] = [:]
    for name in asked {
      let lesson = try lesson(name)
      let graded = try gradedLesson(lesson, data)
      let rule = rules.exercises[lesson.number] ?? ExerciseRules()
      let unknown = rule.unknown(among: graded.checks.map(\.id))
      guard unknown.isEmpty else {
        throw CommandFailure(
          .usage,
          "exercise \(lesson.number) has no check "
            + "\(unknown.joined(separator: ", ")); it has "
            + graded.checks.map(\.id).joined(separator: ", "))
      }
      lessons[lesson.number] = (graded, lesson.directory)
    }
    return lessons
  }

  private func gradedLesson(
    _ lesson: Lesson, _ data: DataOptions
  ) throws -> GradedLesson {
    let solution = solutionPath(of: lesson)
    let plan = try plan(for: lesson, file: solution)
    return GradedLesson(
      id: lesson.id, plan: plan, checks: try checks(of: lesson),
      feedback: try feedback(of: lesson), data: dataLoader(data),
      explain: { explained($0, in: $1) })
  }

  /// What decides on the results.
  func versions(
    of lessons: [Int: GradedLesson], _ rules: ClassRules, _ compiler: Compiler,
    data: DataOptions, isBoxed: Bool
  ) throws -> Versions {
    let toolchain = try compiler.toolchain.version()
    let program = try Data(
      contentsOf: URL(filePath: world.executable), options: .mappedIfSafe)
    let hash = program.withUnsafeBytes { quickHash($0) }
    let parts = lessons.sorted { $0.key < $1.key }.flatMap { number, lesson in
      [
        "\(number)", lesson.plan.driver ?? "",
        "\(lesson.plan.exercise.limits)",
      ] + lesson.plan.earlier.map(\.source.text)
    }
    // What was graded without a sandbox, or with other data, is graded again.
    let grader =
      [
        String(hash, radix: 16), toolchain, compiler.libraries.identity,
        rules.text, "\(isBoxed)", data.folder ?? "",
        world.environment["COURSE_DATA"] ?? "",
      ] + parts
    return Versions(
      course: courseVersion(),
      grader: sha256(grader.joined(separator: "\u{0}")),
      toolchain: toolchain)
  }

  /// The commit of the course, where Git knows it.
  private func courseVersion() -> String {
    let command = Command(
      "/usr/bin/env",
      ["git", "-C", root, "describe", "--always", "--dirty", "--tags"],
      environment: world.environment)
    let run = try? Grading.run([command], seconds: 30).first
    guard let run, run.succeeded else { return "" }
    return run.text.split(separator: "\n").first.map(String.init) ?? ""
  }
}
