internal import ArgumentParser
internal import Journals
internal import Lessons
internal import Pages

struct ListCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show all lessons and what is done.")

  @OptionGroup var look: LookOptions

  @Flag(help: "Print one JSON object.")
  var json = false

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    let progress = try home.journal.progress()
    let current = home.current(in: progress)?.id
    let rows = home.library.lessons.map { lesson in
      ListRow(
        lesson, progress: progress[lesson.id], isNext: lesson.id == current)
    }
    if json {
      world.write(try encoded(LessonList(lessons: rows)) + "\n")
    } else {
      world.show(listPage(rows.map(\.shown), on: world.screen))
    }
    return .done
  }
}

/// The object that `list --json` prints.
private struct LessonList: Encodable {
  var version = 1
  var lessons: [ListRow]
}

private struct ListRow: Encodable {
  var number: Int
  var id: String
  var title: String
  var summary: String
  var minutes: Int
  var passed: Bool
  var next: Bool
  var attempts: Int
  var lastStatus: String?

  init(_ lesson: Lesson, progress: ExerciseProgress, isNext: Bool) {
    number = lesson.number
    id = lesson.id
    title = lesson.title
    summary = lesson.summary
    minutes = lesson.minutes
    passed = progress.passed != nil
    next = isNext
    attempts = progress.attempts
    lastStatus = progress.lastStatus
  }

  var shown: ListedLesson {
    ListedLesson(
      number: number, title: title, minutes: minutes,
      state: passed ? .done : next ? .next : .pending)
  }
}
