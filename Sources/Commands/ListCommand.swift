internal import ArgumentParser
internal import Journals
internal import Lessons
internal import Pages

struct ListCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show all lessons and what is done.")

  @OptionGroup var look: OutputOptions

  @Flag(help: "Print one JSON object.")
  var json = false

  func run(in world: World) throws -> ExitStatus {
    let root = try world.courseFolder()
    let rows = try listRows(in: root, world: world)
    if json {
      world.write(try encoded(LessonList(lessons: rows)) + "\n")
      return .done
    }
    world.show(listPage(rows.map(\.shown), on: world.screen))
    return .done
  }
}

/// A row for each lesson; only the headings of the lessons are read.
func listRows(in root: String, world: World) throws -> [ListRow] {
  let (headings, problems): ([LessonHeading], [LessonError])
  do throws(LessonError) {
    (headings, problems) = try readLessonHeadings(in: root + "/Lessons")
  } catch {
    throw CommandFailure(.environment, "\(error)")
  }
  for problem in problems {
    let words = problem.description
    let shown =
      words.hasPrefix(root + "/") ? words.dropFirst(root.count + 1) : words[...]
    world.writeError("course: \(shown)\n")
  }
  let journal = Journal(root: root) { world.writeError("course: \($0)\n") }
  let progress = try journal.progress()
  let next = headings.first {
    $0.hasExercise && progress[$0.id].passed == nil
  }
  return headings.map {
    ListRow($0, progress: progress[$0.id], isNext: $0.id == next?.id)
  }
}

/// The object that `list --json` prints.
private struct LessonList: Encodable {
  var version = 1
  var lessons: [ListRow]
}

/// A lesson, as `list` shows it.
struct ListRow: Encodable {
  var number: Int
  var id: String
  var title: String
  var summary: String
  var minutes: Int
  var passed: Bool
  var next: Bool
  var attempts: Int
  var lastStatus: String?

  init(_ lesson: LessonHeading, progress: ExerciseProgress, isNext: Bool) {
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
