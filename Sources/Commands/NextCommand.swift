internal import ArgumentParser
internal import Journals
internal import Lessons
internal import Pages
internal import Plots

struct NextCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract:
      "Show the current lesson, from the first function you have not passed.")

  @OptionGroup var look: OutputOptions
  @OptionGroup var paging: PagingOptions

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(atNextLessonIn: world)
    guard let lesson = home.current(in: try home.journal.progress()) else {
      return world.sayAllIsPassed()
    }
    let steps = try home.steps(after: lesson)
    try home.show(lesson, steps, from: steps.lastPassed, paging)
    return .done
  }
}

struct ReadCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Show lesson N.")

  @OptionGroup var look: OutputOptions
  @OptionGroup var paging: PagingOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world, for: lesson)
    let lesson = try home.lesson(lesson)
    try home.show(lesson, home.steps(after: lesson), from: nil, paging)
    return .done
  }
}

extension Home {
  fileprivate func show(
    _ lesson: Lesson, _ steps: NextSteps, from mark: Line.Mark?,
    _ paging: PagingOptions
  ) throws {
    let drawings = world.drawings(of: lesson)
    try world.show(
      "Lesson \(lesson.number), \(lesson.title)", from: mark, paging,
      afterwards: { nextStepsPage(steps, on: $0) },
      sections: { lesson.section(anchor: $0)?.title },
      page: { lessonPage(lesson, drawings: drawings, steps: steps, on: $0) })
  }
}

extension World {
  /// The figures registered for a lesson.
  func drawings(of lesson: Lesson) -> Drawings {
    Drawings(figures.first { $0.lesson == lesson.id }?.figures ?? [])
  }

  /// Renders lines for this world's screen, and writes them.
  func show(_ lines: [Line]) {
    write(render(lines, for: screen))
  }

  /// Says what to do next, in reply to `course` without a command.
  func sayWhatIsNext() throws -> ExitStatus {
    let home = try Home(atNextLessonIn: self)
    let progress = try home.journal.progress()
    guard let lesson = home.current(in: progress) else {
      return sayAllIsPassed()
    }
    let number = lesson.number
    let file = home.relative(home.exercisePath(of: lesson))
    write(
      """
      Lesson \(number), \(lesson.title), is next.

        swift run course next        read it
        edit \(file)
        swift run course check \(number)     have it graded

      All lessons: `swift run course list`. All commands: `course --help`.

      """)
    return .done
  }

  fileprivate func sayAllIsPassed() -> ExitStatus {
    write(
      "All exercises are passed. `swift run course list` lists them; "
        + "`swift run course read N` shows a lesson again.\n")
    return .done
  }
}
